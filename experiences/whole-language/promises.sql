-- online-in-two-weeks: Online two weeks after you order
SET param_p1 = '[\'online-in-two-weeks\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'order.placed\', \'line.connected\', \'order.cancelled\', \'order.changed\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'line.connected';
SET param_p15 = 'order.cancelled';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(h <= -4611686018427387903, nan, (h - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_57,
        p1_askings,
        p1_due_60,
        p1_target_59,
        p1_occasion_45,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_51, arrayResize(arraySlice(p1_felt_51, 1, 0), length(p1_asks_52), nan)), p1_unsorted_54), p1_merged_55), p1_merged_55), arraySort((i, w) -> w, arrayEnumerate(p1_asks_52), p1_asks_52)) AS p1_looked_up_56,
        arrayMap((n, v) -> if((v = toUInt8(5)) OR (v = toUInt8(6)), toUInt128(0), n), p1_first_5, p1_verdict_57) AS p1_answer_58
    FROM
    (
        SELECT
            p1_felt_51,
            p1_asks_52,
            p1_unsorted_54,
            p1_first_5,
            customer_key,
            p1_askings,
            p1_target_59,
            p1_occasion_45,
            arraySort(p1_unsorted_54) AS p1_merged_55,
            arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_chosen_27, p1_chosen_27) AS p1_verdict_57,
            p1_chosen_27 AS p1_due_60
        FROM
        (
            SELECT
                p1_felt_51,
                p1_asks_52,
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                arrayMap((o, w1, w2, w3) -> multiIf(o = 1, w2, o = 2, w3, w1), p1_occasion_26, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_10, p1_before_11)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_14, p1_before_15)), arraySort((v, e) -> e, values_18, of_1)) AS p1_chosen_27,
                p1_occasion_26 AS p1_occasion_45,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_46), p1_asks_52) AS p1_unsorted_54,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_26, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_28, p1_before_29, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_28, p1_before_29)), arrayMap(t -> (t + 324000000), p1_times)) AS p1_target_59
            FROM
            (
                SELECT
                    p1_local_10,
                    p1_local_14,
                    values_18,
                    of_1,
                    p1_felt_46,
                    p1_felt_51,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    p1_local_28,
                    p1_times,
                    customer_key,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_10) AS p1_before_11,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_14) AS p1_before_15,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_22)) AS p1_occasion_26,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_28) AS p1_before_29,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_48), p1_merged_48), p1_late_22)) AS p1_asks_52
                FROM
                (
                    SELECT
                        p1_late_22,
                        values_18,
                        of_1,
                        p1_felt_46,
                        p1_felt_51,
                        p1_merged_7,
                        p1_askings,
                        p1_times,
                        customer_key,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 14)), p1_times) AS p1_local_10,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_14,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_22), arrayMap(c -> bitXor(c, 17179869183), values_21))) AS p1_merged_23,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 10)), p1_times) AS p1_local_28,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_22), arrayMap(c -> bitXor(c, 17179869183), p1_felt_46))) AS p1_merged_48
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_21,
                            values_18,
                            of_1,
                            p1_felt_46,
                            p1_felt_51,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_22
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_21,
                                values_18,
                                of_1,
                                p1_felt_46,
                                p1_felt_51,
                                customer_key,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_21,
                                    values_18,
                                    p1_felt_46,
                                    p1_felt_51,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)), 8, 0)), if(((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)), 8, 0))) AS marks,
                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_wanted_by, 1), 3, {p4:String})) - 1), -4611686018427387903), (name = {p6:String})) AS values_18,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0))), 2, (name = {p12:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)) OR (name = {p12:String}))) AS values_21,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_46,
                                        groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_51
                                    FROM events
                                    WHERE (name IN ({p9:String}, {p14:String}, {p15:String}, {p12:String}, {p6:String}, {p13:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_57), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_60, p1_verdict_57)) AS d,
    arrayConcat(p1_answer_58) AS n,
    arrayConcat(p1_verdict_57) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_58, p1_verdict_57, p1_target_59)) AS o,
    arrayConcat(p1_target_59) AS h,
    arrayConcat(p1_occasion_45) AS w,
    arrayConcat(p1_looked_up_56) AS f;

-- by-the-day-you-want: Online by the day you chose
SET param_p1 = '[\'by-the-day-you-want\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'order.cancelled\', \'order.changed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'line.connected';
SET param_p7 = '16';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'Europe/Berlin';
SET param_p14 = 'order.changed';
SET param_p15 = 'survey.answered';
SET param_p16 = 'order.cancelled';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_30,
        p1_askings,
        p1_due_32,
        p1_answer_31,
        p1_occasion_18,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_24, arrayResize(arraySlice(p1_felt_24, 1, 0), length(p1_asks_25), nan)), p1_unsorted_27), p1_merged_28), p1_merged_28), arraySort((i, w) -> w, arrayEnumerate(p1_asks_25), p1_asks_25)) AS p1_looked_up_29
    FROM
    (
        SELECT
            p1_felt_24,
            p1_asks_25,
            p1_unsorted_27,
            customer_key,
            p1_verdict_30,
            p1_askings,
            p1_due_32,
            p1_answer_31,
            p1_occasion_18,
            arraySort(p1_unsorted_27) AS p1_merged_28
        FROM
        (
            SELECT
                p1_felt_24,
                p1_asks_25,
                customer_key,
                p1_verdict_30,
                p1_askings,
                p1_due_32,
                p1_occasion_18,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_19), p1_asks_25) AS p1_unsorted_27,
                arrayMap((n, v) -> if((v = toUInt8(5)) OR (v = toUInt8(6)), toUInt128(0), n), p1_first_5, p1_verdict_30) AS p1_answer_31
            FROM
            (
                SELECT
                    p1_felt_19,
                    p1_felt_24,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_due_32,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_15), p1_merged_15), p1_late_14)) AS p1_occasion_18,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_14)) AS p1_asks_25,
                    arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_gathered_11, p1_gathered_11) AS p1_verdict_30
                FROM
                (
                    SELECT
                        p1_late_14,
                        p1_felt_19,
                        p1_felt_24,
                        p1_merged_7,
                        p1_askings,
                        p1_gathered_11,
                        customer_key,
                        p1_due_32,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), values_13))) AS p1_merged_15,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), p1_felt_19))) AS p1_merged_21
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_13,
                            p1_felt_19,
                            p1_felt_24,
                            p1_gathered_11,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_14,
                            p1_gathered_11 AS p1_due_32
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_13,
                                p1_felt_19,
                                p1_felt_24,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, values_10, of_1) AS p1_gathered_11
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_10,
                                    values_13,
                                    p1_felt_19,
                                    p1_felt_24,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[4, 12]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull(isNotNull(p_wanted_by), 0)), 1, 0)), if(((name = {p6:String}) AND ifNull((p_mbit >= {p7:Float64}), 0)), 2, 0)), if(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 8, 0)), if(((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)), 8, 0)), if(((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)), 8, 0))) AS marks,
                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_wanted_by, 1), 3, {p13:String})) - 1), -4611686018427387903), ((name = {p5:String}) AND ifNull(isNotNull(p_wanted_by), 0))) AS values_10,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 1, (((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0))), 2, (name = {p14:String}), 3, 0))), (((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)) OR ((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)) OR (name = {p14:String}))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_24
                                    FROM events
                                    WHERE (name IN ({p10:String}, {p6:String}, {p16:String}, {p14:String}, {p5:String}, {p15:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_30), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_32, p1_verdict_30)) AS d,
    arrayConcat(p1_answer_31) AS n,
    arrayConcat(p1_verdict_30) AS v,
    arrayConcat(p1_occasion_18) AS w,
    arrayConcat(p1_looked_up_29) AS f;

-- technician-in-the-slot: The technician comes within the hour that we announced
SET param_p1 = '[\'technician-in-the-slot\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'visit.announced\', \'visit.done\', \'order.changed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = '3600';
SET param_p12 = 'visit.announced';
SET param_p13 = '1800';
SET param_p14 = 'order.changed';
SET param_p15 = 'survey.answered';
SET param_p16 = 'visit.done';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(h <= -4611686018427387903, nan, (h - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_29,
        p1_askings,
        p1_due_32,
        p1_answer_30,
        p1_target_31,
        p1_occasion_17,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_23, arrayResize(arraySlice(p1_felt_23, 1, 0), length(p1_asks_24), nan)), p1_unsorted_26), p1_merged_27), p1_merged_27), arraySort((i, w) -> w, arrayEnumerate(p1_asks_24), p1_asks_24)) AS p1_looked_up_28
    FROM
    (
        SELECT
            p1_felt_23,
            p1_asks_24,
            p1_unsorted_26,
            customer_key,
            p1_verdict_29,
            p1_askings,
            p1_due_32,
            p1_answer_30,
            p1_target_31,
            p1_occasion_17,
            arraySort(p1_unsorted_26) AS p1_merged_27
        FROM
        (
            SELECT
                p1_felt_23,
                p1_asks_24,
                customer_key,
                p1_verdict_29,
                p1_askings,
                p1_due_32,
                p1_target_31,
                p1_occasion_17,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_18), p1_asks_24) AS p1_unsorted_26,
                arrayMap((n, v) -> if(v = toUInt8(6), toUInt128(0), n), p1_first_5, p1_verdict_29) AS p1_answer_30
            FROM
            (
                SELECT
                    p1_felt_18,
                    p1_felt_23,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_due_32,
                    p1_target_31,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_14), p1_merged_14), p1_late_13)) AS p1_occasion_17,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_20), p1_merged_20), p1_late_13)) AS p1_asks_24,
                    arrayMap((n, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_gathered_7, p1_gathered_7) AS p1_verdict_29
                FROM
                (
                    SELECT
                        p1_late_13,
                        p1_felt_18,
                        p1_felt_23,
                        p1_gathered_7,
                        customer_key,
                        p1_askings,
                        p1_due_32,
                        p1_target_31,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_13), arrayMap(c -> bitXor(c, 17179869183), values_12))) AS p1_merged_14,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_13), arrayMap(c -> bitXor(c, 17179869183), p1_felt_18))) AS p1_merged_20
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_12,
                            p1_felt_18,
                            p1_felt_23,
                            p1_gathered_7,
                            customer_key,
                            p1_target_31,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_13,
                            p1_gathered_7 AS p1_due_32
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_12,
                                p1_felt_18,
                                p1_felt_23,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, values_6, of_1) AS p1_gathered_7,
                                arraySort((v, e) -> e, values_9, of_1) AS p1_target_31
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_6,
                                    values_12,
                                    p1_felt_18,
                                    p1_felt_23,
                                    values_9,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)), 4, 0)), if(((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)), 4, 0))) AS marks,
                                        groupArrayIf(ifNull(toInt64((toUnixTimestamp64Milli(p_slot_start) + toInt64(round({p11:Float64} * 1000)))), -4611686018427387903), (name = {p12:String})) AS values_6,
                                        groupArrayIf(ifNull(toInt64(multiIf(isNull(isNotNull(toUnixTimestamp64Milli(p_slot_start))), NULL, isNotNull(toUnixTimestamp64Milli(p_slot_start)), (toUnixTimestamp64Milli(p_slot_start) + toInt64(round({p13:Float64} * 1000))), toUnixTimestamp64Milli(p_slot_start))), -4611686018427387903), (name = {p12:String})) AS values_9,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)), 1, (((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0))), 2, (name = {p14:String}), 3, 0))), (((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)) OR ((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)) OR (name = {p14:String}))) AS values_12,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_18,
                                        groupArrayIf(ifNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_23
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p14:String}, {p5:String}, {p15:String}, {p12:String}, {p16:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_29), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_32, p1_verdict_29)) AS d,
    arrayConcat(p1_answer_30) AS n,
    arrayConcat(p1_verdict_29) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_30, p1_verdict_29, p1_target_31)) AS o,
    arrayConcat(p1_target_31) AS h,
    arrayConcat(p1_occasion_17) AS w,
    arrayConcat(p1_looked_up_28) AS f;

-- connected-in-the-end: You will be online
SET param_p1 = '[\'connected-in-the-end\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'order.placed\', \'line.connected\', \'order.cancelled\', \'order.changed\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'line.connected';
SET param_p15 = 'order.cancelled';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(h <= -4611686018427387903, nan, (h - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_40,
        p1_askings,
        p1_due_43,
        p1_answer_41,
        p1_target_42,
        p1_occasion_28,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_34, arrayResize(arraySlice(p1_felt_34, 1, 0), length(p1_asks_35), nan)), p1_unsorted_37), p1_merged_38), p1_merged_38), arraySort((i, w) -> w, arrayEnumerate(p1_asks_35), p1_asks_35)) AS p1_looked_up_39
    FROM
    (
        SELECT
            p1_felt_34,
            p1_asks_35,
            p1_unsorted_37,
            customer_key,
            p1_verdict_40,
            p1_askings,
            p1_due_43,
            p1_answer_41,
            p1_target_42,
            p1_occasion_28,
            arraySort(p1_unsorted_37) AS p1_merged_38
        FROM
        (
            SELECT
                p1_felt_34,
                p1_asks_35,
                customer_key,
                p1_verdict_40,
                p1_askings,
                p1_due_43,
                p1_occasion_21 AS p1_occasion_28,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_29), p1_asks_35) AS p1_unsorted_37,
                arrayMap((n, v) -> if(v = toUInt8(6), toUInt128(0), n), p1_first_5, p1_verdict_40) AS p1_answer_41,
                arrayMap((o, w1, w2) -> multiIf(o = 3, w2, w1), p1_occasion_21, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_11, p1_before_12, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_11, p1_before_12)), p1_due_10) AS p1_target_42
            FROM
            (
                SELECT
                    p1_felt_29,
                    p1_felt_34,
                    p1_first_5,
                    p1_local_11,
                    p1_due_10,
                    customer_key,
                    p1_askings,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_11) AS p1_before_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_31), p1_merged_31), p1_late_17)) AS p1_asks_35,
                    arrayMap((n, e, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, if(e != 0, toUInt8(3), toUInt8(4)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_due_10, p1_due_10) AS p1_verdict_40,
                    p1_due_10 AS p1_due_43
                FROM
                (
                    SELECT
                        p1_late_17,
                        p1_felt_29,
                        p1_felt_34,
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(t -> toInt64(-4611686018427387904), p1_times) AS p1_due_10,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 1), 0)), p1_times) AS p1_local_11,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_29))) AS p1_merged_31
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_16,
                            p1_felt_29,
                            p1_felt_34,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_16,
                                p1_felt_29,
                                p1_felt_34,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 6, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)), 8, 0)), if(((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)), 8, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0))), 2, (name = {p12:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)) OR (name = {p12:String}))) AS values_16,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_29,
                                    groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_34
                                FROM events
                                WHERE (name IN ({p9:String}, {p14:String}, {p15:String}, {p12:String}, {p6:String}, {p13:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_40), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_43, p1_verdict_40)) AS d,
    arrayConcat(p1_answer_41) AS n,
    arrayConcat(p1_verdict_40) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_41, p1_verdict_40, p1_target_42)) AS o,
    arrayConcat(p1_target_42) AS h,
    arrayConcat(p1_occasion_28) AS w,
    arrayConcat(p1_looked_up_39) AS f;

-- answered-in-time: A person answers within four office hours, and that settles it
SET param_p1 = '[\'answered-in-time\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1791180000000, 1791266400000, 1791352800000, 1791439200000, 1791525600000, 1791619200000, 1791784800000, 1791871200000, 1791957600000, 1792044000000, 1792130400000, 1792224000000, 1792389600000, 1792476000000, 1792562400000, 1792648800000, 1792735200000, 1792828800000, 1792998000000, 1793084400000, 1793170800000, 1793257200000, 1793343600000, 1793437200000, 1793602800000, 1793689200000, 1793775600000, 1793862000000, 1793948400000, 1794042000000, 1794207600000, 1794294000000, 1794380400000, 1794466800000, 1794553200000, 1794646800000, 1794812400000, 1794898800000, 1794985200000, 1795071600000, 1795158000000, 1795251600000, 1795417200000, 1795503600000, 1795590000000, 1795676400000, 1795762800000, 1795856400000, 1796022000000]';
SET param_p5 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 194400000, 230400000, 266400000, 302400000, 338400000, 374400000, 388800000, 424800000, 460800000, 496800000, 532800000, 568800000, 583200000, 619200000, 655200000, 691200000, 727200000, 763200000, 777600000, 813600000, 849600000, 885600000, 921600000, 957600000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000, 1152000000, 1166400000, 1202400000, 1238400000, 1274400000, 1310400000, 1346400000, 1360800000, 1396800000, 1432800000, 1468800000, 1504800000, 1540800000, 1555200000]';
SET param_p6 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48]';
SET param_p7 = '[1791216000000, 1791302400000, 1791388800000, 1791475200000, 1791561600000, 1791633600000, 1791820800000, 1791907200000, 1791993600000, 1792080000000, 1792166400000, 1792238400000, 1792425600000, 1792512000000, 1792598400000, 1792684800000, 1792771200000, 1792843200000, 1793034000000, 1793120400000, 1793206800000, 1793293200000, 1793379600000, 1793451600000, 1793638800000, 1793725200000, 1793811600000, 1793898000000, 1793984400000, 1794056400000, 1794243600000, 1794330000000, 1794416400000, 1794502800000, 1794589200000, 1794661200000, 1794848400000, 1794934800000, 1795021200000, 1795107600000, 1795194000000, 1795266000000, 1795453200000, 1795539600000, 1795626000000, 1795712400000, 1795798800000, 1795870800000, 1796058000000]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23, 24, 24, 25, 26, 27, 28, 29, 30, 30, 31, 32, 33, 34, 35, 36, 36, 37, 38, 39, 40, 41, 42, 42, 43, 44, 45, 46, 47, 48, 48]';
SET param_p9 = 'Europe/Berlin';
SET param_p10 = '[\'contact.answered\', \'contact.reopened\', \'order.changed\']';
SET param_p11 = 'contact.opened';
SET param_p12 = 'order.placed';
SET param_p13 = 'office';
SET param_p14 = 'moving';
SET param_p15 = 'move';
SET param_p16 = 'new address';
SET param_p17 = 'contact.answered';
SET param_p18 = 'contact.reopened';
SET param_p19 = 'order.changed';
SET param_p20 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(h <= -4611686018427387903, nan, (h - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_gathered_53,
        p1_due_22,
        p1_answer_50,
        p1_target_51,
        p1_beside_35,
        arraySort((v, p) -> p, arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_41, arrayResize(arraySlice(p1_felt_41, 1, 0), length(p1_asks_42), nan)), p1_unsorted_44), p1_merged_45), p1_merged_45), arraySort((i, w) -> w, arrayEnumerate(p1_asks_42), p1_asks_42)), p1_by_subject_5), arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), p1_places_34, p1_askings)) AS p1_beside_48,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_17, p1_due_22, p1_due_22) AS p1_verdict_49
    FROM
    (
        SELECT
            p1_felt_41,
            p1_asks_42,
            p1_unsorted_44,
            p1_by_subject_5,
            p1_places_34,
            p1_askings,
            p1_first_17,
            customer_key,
            p1_gathered_53,
            p1_answer_50,
            p1_beside_35,
            arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_19, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 49))), p1_wanted_19, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_19))) AS p1_due_22,
            arraySort(p1_unsorted_44) AS p1_merged_45,
            arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_24, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 49))), p1_wanted_24, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_24))) AS p1_target_51
        FROM
        (
            SELECT
                p1_felt_41,
                p1_asks_42,
                p1_by_subject_5,
                p1_places_34,
                p1_askings,
                p1_first_17,
                customer_key,
                p1_gathered_53,
                p1_answer_50,
                p1_beside_35,
                arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_18)) AS p1_wanted_19,
                arrayMap(s -> (s + 5400000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_18)) AS p1_wanted_24,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_36), p1_asks_42) AS p1_unsorted_44
            FROM
            (
                SELECT
                    p1_times,
                    p1_felt_36,
                    p1_felt_41,
                    p1_by_subject_5,
                    p1_places_34,
                    p1_askings,
                    p1_first_17,
                    customer_key,
                    p1_gathered_53,
                    arrayMap((t, f) -> (f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p9:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_18,
                    arraySort((v, p) -> p, arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_30), p1_merged_30), p1_late_29)), p1_by_subject_5), arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), p1_places_34, p1_askings)) AS p1_beside_35,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_38), p1_merged_38), p1_late_29)) AS p1_asks_42,
                    p1_first_17 AS p1_answer_50
                FROM
                (
                    SELECT
                        p1_late_29,
                        p1_by_subject_5,
                        p1_askings,
                        p1_felt_36,
                        p1_felt_41,
                        customer_key,
                        p1_gathered_53,
                        arrayMap((x, u, a) -> arrayElement(arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(c, 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(c, x), toUInt128('1208925819614577635098623')) = 0)) AND ((bitAnd(toInt64(bitShiftRight(c, 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(c, u), toUInt128('1208925819614577635098623')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), arraySort(arrayFilter(c -> (bitShiftRight(c, 80) != 0), arrayMap((x, h) -> bitOr(bitShiftLeft(toUInt128(if(h = 0, 0, bitOr(bitShiftRight(bitXor(intHash64(toUInt64(bitShiftRight(x, 80))), h), 16), 1))), 80), bitAnd(x, toUInt128('1208925819614629174706175'))), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks), values_7)))), 1), p1_askings, arrayMap((x, a) -> if(empty(arrayMap(c -> c, arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(c, 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(c, x), toUInt128('1208925819614577635098623')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), p1_sorted_14))), toUInt128(0), bitXor(arrayMax(arrayMap(e -> bitXor(e, 17179869183), arrayMap(c -> c, arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(c, 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(c, x), toUInt128('1208925819614577635098623')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), p1_sorted_14)))), 17179869183)), p1_askings, p1_askings), p1_askings) AS p1_first_17,
                        arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_29), arrayMap(c -> bitXor(c, 17179869183), values_28))) AS p1_merged_30,
                        arrayEnumerate(p1_askings) AS p1_places_34,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_29), arrayMap(c -> bitXor(c, 17179869183), p1_felt_36))) AS p1_merged_38
                    FROM
                    (
                        SELECT
                            elements,
                            marks,
                            values_7,
                            p1_sorted_14,
                            values_28,
                            p1_by_subject_5,
                            p1_felt_36,
                            p1_felt_41,
                            customer_key,
                            arraySort(p1_valued_3) AS p1_askings,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_by_subject_5) AS p1_late_29,
                            arraySort((v, e) -> e, of_1, p1_valued_3) AS p1_gathered_53
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_7,
                                p1_sorted_14,
                                values_28,
                                p1_felt_36,
                                p1_felt_41,
                                of_1,
                                customer_key,
                                arrayMap((x, h) -> bitOr(bitShiftLeft(toUInt128(if(h = 0, 0, bitOr(bitShiftRight(bitXor(intHash64(toUInt64(bitShiftRight(x, 80))), h), 16), 1))), 80), bitAnd(x, toUInt128('1208925819614629174706175'))), of_1, values_2) AS p1_valued_3,
                                arraySort(of_1) AS p1_by_subject_5
                            FROM
                            (
                                SELECT
                                    values_2,
                                    elements,
                                    marks,
                                    values_7,
                                    values_28,
                                    p1_felt_36,
                                    p1_felt_41,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1,
                                    arraySort(arrayFilter(c -> (bitShiftRight(c, 80) != 0), arrayMap((x, h) -> bitOr(bitShiftLeft(toUInt128(if(h = 0, 0, bitOr(bitShiftRight(bitXor(intHash64(toUInt64(bitShiftRight(x, 80))), h), 16), 1))), 80), bitAnd(x, toUInt128('1208925819614629174706175'))), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks), values_11))) AS p1_sorted_14
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p10:Array(String)}, CAST('[2, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((NOT p_urgent), 0)), 1, 0)), if(((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)), 8, 0)), if(((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)), 8, 0)), if(((name = {p11:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0)), 8, 0))) AS marks,
                                        groupArrayIf(if(isNull(p_topic), toUInt64(0), cityHash64(assumeNotNull(p_topic))), ((name = {p11:String}) AND ifNull((NOT p_urgent), 0))) AS values_2,
                                        groupArrayIf(if(isNull(p_topic), toUInt64(0), cityHash64(assumeNotNull(p_topic))), (name = {p17:String})) AS values_7,
                                        groupArrayIf(if(isNull(p_topic), toUInt64(0), cityHash64(assumeNotNull(p_topic))), (name = {p18:String})) AS values_11,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)), 1, (((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0))), 2, (name = {p19:String}), 3, 0))), (((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)) OR ((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0)) OR (name = {p19:String}))) AS values_28,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL))) AS p1_felt_36,
                                        groupArrayIf(ifNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL))) AS p1_felt_41
                                    FROM events
                                    WHERE (name IN ({p17:String}, {p11:String}, {p18:String}, {p19:String}, {p12:String}, {p20:String})) AND (k_case_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY
                                        customer_key,
                                        k_case_id
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_49), toUInt16(1))) AS p,
    arrayConcat(p1_gathered_53) AS a,
    arrayConcat(p1_due_22) AS d,
    arrayConcat(p1_answer_50) AS n,
    arrayConcat(p1_verdict_49) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_50, p1_verdict_49, p1_target_51)) AS o,
    arrayConcat(p1_target_51) AS h,
    arrayConcat(p1_beside_35) AS w,
    arrayConcat(p1_beside_48) AS f;

-- urgent-in-the-night: Whoever cannot wait is called back the same night
SET param_p1 = '[\'urgent-in-the-night\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1791061200000, 1791140400000, 1791147600000, 1791226800000, 1791234000000, 1791313200000, 1791320400000, 1791399600000, 1791406800000, 1791486000000, 1791493200000, 1791572400000, 1791579600000, 1791658800000, 1791666000000, 1791745200000, 1791752400000, 1791831600000, 1791838800000, 1791918000000, 1791925200000, 1792004400000, 1792011600000, 1792090800000, 1792098000000, 1792177200000, 1792184400000, 1792263600000, 1792270800000, 1792350000000, 1792357200000, 1792436400000, 1792443600000, 1792522800000, 1792530000000, 1792609200000, 1792616400000, 1792695600000, 1792702800000, 1792782000000, 1792789200000, 1792868400000, 1792875600000, 1792958400000, 1792965600000, 1793044800000, 1793052000000, 1793131200000, 1793138400000, 1793217600000, 1793224800000, 1793304000000, 1793311200000, 1793390400000, 1793397600000, 1793476800000, 1793484000000, 1793563200000, 1793570400000, 1793649600000, 1793656800000, 1793736000000, 1793743200000, 1793822400000, 1793829600000, 1793908800000, 1793916000000, 1793995200000, 1794002400000, 1794081600000, 1794088800000, 1794168000000, 1794175200000, 1794254400000, 1794261600000, 1794340800000, 1794348000000, 1794427200000, 1794434400000, 1794513600000, 1794520800000, 1794600000000, 1794607200000, 1794686400000, 1794693600000, 1794772800000, 1794780000000, 1794859200000, 1794866400000, 1794945600000, 1794952800000, 1795032000000]';
SET param_p5 = '[0, 21600000, 28800000, 50400000, 57600000, 79200000, 86400000, 108000000, 115200000, 136800000, 144000000, 165600000, 172800000, 194400000, 201600000, 223200000, 230400000, 252000000, 259200000, 280800000, 288000000, 309600000, 316800000, 338400000, 345600000, 367200000, 374400000, 396000000, 403200000, 424800000, 432000000, 453600000, 460800000, 482400000, 489600000, 511200000, 518400000, 540000000, 547200000, 568800000, 576000000, 597600000, 604800000, 630000000, 637200000, 658800000, 666000000, 687600000, 694800000, 716400000, 723600000, 745200000, 752400000, 774000000, 781200000, 802800000, 810000000, 831600000, 838800000, 860400000, 867600000, 889200000, 896400000, 918000000, 925200000, 946800000, 954000000, 975600000, 982800000, 1004400000, 1011600000, 1033200000, 1040400000, 1062000000, 1069200000, 1090800000, 1098000000, 1119600000, 1126800000, 1148400000, 1155600000, 1177200000, 1184400000, 1206000000, 1213200000, 1234800000, 1242000000, 1263600000, 1270800000, 1292400000, 1299600000, 1321200000]';
SET param_p6 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 61, 61, 61, 61, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 63, 63, 63, 63, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 65, 65, 65, 65, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 67, 67, 67, 67, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 69, 69, 69, 69, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 71, 71, 71, 71, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 73, 73, 73, 73, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 75, 75, 75, 75, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 77, 77, 77, 77, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 79, 79, 79, 79, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 81, 81, 81, 81, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 83, 83, 83, 83, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 85, 85, 85, 85, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 87, 87, 87, 87, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 89, 89, 89, 89, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 91, 91, 91, 91]';
SET param_p7 = '[1791082800000, 1791147600000, 1791169200000, 1791234000000, 1791255600000, 1791320400000, 1791342000000, 1791406800000, 1791428400000, 1791493200000, 1791514800000, 1791579600000, 1791601200000, 1791666000000, 1791687600000, 1791752400000, 1791774000000, 1791838800000, 1791860400000, 1791925200000, 1791946800000, 1792011600000, 1792033200000, 1792098000000, 1792119600000, 1792184400000, 1792206000000, 1792270800000, 1792292400000, 1792357200000, 1792378800000, 1792443600000, 1792465200000, 1792530000000, 1792551600000, 1792616400000, 1792638000000, 1792702800000, 1792724400000, 1792789200000, 1792810800000, 1792875600000, 1792900800000, 1792965600000, 1792987200000, 1793052000000, 1793073600000, 1793138400000, 1793160000000, 1793224800000, 1793246400000, 1793311200000, 1793332800000, 1793397600000, 1793419200000, 1793484000000, 1793505600000, 1793570400000, 1793592000000, 1793656800000, 1793678400000, 1793743200000, 1793764800000, 1793829600000, 1793851200000, 1793916000000, 1793937600000, 1794002400000, 1794024000000, 1794088800000, 1794110400000, 1794175200000, 1794196800000, 1794261600000, 1794283200000, 1794348000000, 1794369600000, 1794434400000, 1794456000000, 1794520800000, 1794542400000, 1794607200000, 1794628800000, 1794693600000, 1794715200000, 1794780000000, 1794801600000, 1794866400000, 1794888000000, 1794952800000, 1794974400000, 1795039200000]';
SET param_p8 = '[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90]';
SET param_p9 = 'Europe/Helsinki';
SET param_p10 = '[\'contact.answered\', \'order.changed\']';
SET param_p11 = 'contact.opened';
SET param_p12 = '0';
SET param_p13 = 'order.placed';
SET param_p14 = 'office';
SET param_p15 = 'moving';
SET param_p16 = 'move';
SET param_p17 = 'new address';
SET param_p18 = 'order.changed';
SET param_p19 = 'survey.answered';
SET param_p20 = 'contact.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_36,
        p1_askings,
        p1_chosen_18,
        p1_answer_37,
        p1_occasion_24,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_30, arrayResize(arraySlice(p1_felt_30, 1, 0), length(p1_asks_31), nan)), p1_unsorted_33), p1_merged_34), p1_merged_34), arraySort((i, w) -> w, arrayEnumerate(p1_asks_31), p1_asks_31)) AS p1_looked_up_35
    FROM
    (
        SELECT
            p1_felt_30,
            p1_asks_31,
            p1_unsorted_33,
            customer_key,
            p1_askings,
            p1_chosen_18,
            p1_answer_37,
            p1_occasion_24,
            arraySort(p1_unsorted_33) AS p1_merged_34,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_chosen_18, p1_chosen_18) AS p1_verdict_36
        FROM
        (
            SELECT
                p1_felt_30,
                p1_asks_31,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_answer_37,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_17, arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_7, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 92))), p1_wanted_7, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_7))), arrayMap(t -> (t + 2700000), p1_times)) AS p1_chosen_18,
                p1_occasion_17 AS p1_occasion_24,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_25), p1_asks_31) AS p1_unsorted_33
            FROM
            (
                SELECT
                    p1_wanted_7,
                    p1_times,
                    p1_felt_25,
                    p1_felt_30,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_14), p1_merged_14), p1_late_13)) AS p1_occasion_17,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_27), p1_merged_27), p1_late_13)) AS p1_asks_31,
                    p1_first_5 AS p1_answer_37
                FROM
                (
                    SELECT
                        p1_late_13,
                        p1_times,
                        p1_felt_25,
                        p1_felt_30,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(s -> (s + 9000000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, arrayMap((t, f) -> ((f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)) + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 1) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p9:String})) * 1000)), 86400000) - 20730) + 1), p1_times)))) AS p1_wanted_7,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_13), arrayMap(c -> bitXor(c, 17179869183), values_12))) AS p1_merged_14,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_13), arrayMap(c -> bitXor(c, 17179869183), p1_felt_25))) AS p1_merged_27
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_12,
                            p1_felt_25,
                            p1_felt_30,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_13
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_12,
                                p1_felt_25,
                                p1_felt_30,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p10:Array(String)}, CAST('[2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_urgent AND (toInt64(lengthUTF8(p_topic)) > {p12:Int64})), 0)), 1, 0)), if(((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)), 4, 0)), if(((name = {p11:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)), 1, (((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0))), 2, (name = {p18:String}), 3, 0))), (((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)) OR ((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0)) OR (name = {p18:String}))) AS values_12,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_case_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL))) AS p1_felt_25,
                                    groupArrayIf(ifNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL))) AS p1_felt_30
                                FROM events
                                WHERE (name IN ({p20:String}, {p11:String}, {p18:String}, {p13:String}, {p19:String})) AND (k_case_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_36), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_chosen_18) AS d,
    arrayConcat(p1_answer_37) AS n,
    arrayConcat(p1_verdict_36) AS v,
    arrayConcat(p1_occasion_24) AS w,
    arrayConcat(p1_looked_up_35) AS f;

-- repaired-soon: A fault is mended within two working days
SET param_p1 = '[\'repaired-soon\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1791176400000, 1791262800000, 1791349200000, 1791435600000, 1791522000000, 1791781200000, 1791867600000, 1791954000000, 1792040400000, 1792126800000, 1792386000000, 1792472400000, 1792558800000, 1792645200000, 1792731600000, 1792994400000, 1793080800000, 1793167200000, 1793253600000, 1793340000000, 1793599200000, 1793685600000, 1793772000000, 1793858400000, 1793944800000, 1794204000000, 1794290400000, 1794376800000, 1794463200000, 1794549600000, 1794808800000, 1794895200000, 1794981600000, 1795068000000, 1795154400000]';
SET param_p5 = '[1791219600000, 1791306000000, 1791392400000, 1791478800000, 1791550800000, 1791824400000, 1791910800000, 1791997200000, 1792083600000, 1792155600000, 1792429200000, 1792515600000, 1792602000000, 1792688400000, 1792760400000, 1793037600000, 1793124000000, 1793210400000, 1793296800000, 1793368800000, 1793642400000, 1793728800000, 1793815200000, 1793901600000, 1793973600000, 1794247200000, 1794333600000, 1794420000000, 1794506400000, 1794578400000, 1794852000000, 1794938400000, 1795024800000, 1795111200000, 1795183200000]';
SET param_p6 = 'Europe/Berlin';
SET param_p7 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000]';
SET param_p8 = '[1791176400000, 1791198000000, 1791262800000, 1791284400000, 1791349200000, 1791370800000, 1791435600000, 1791457200000, 1791522000000, 1791781200000, 1791802800000, 1791867600000, 1791889200000, 1791954000000, 1791975600000, 1792040400000, 1792062000000, 1792126800000, 1792386000000, 1792407600000, 1792472400000, 1792494000000, 1792558800000, 1792580400000, 1792645200000, 1792666800000, 1792731600000, 1792994400000, 1793016000000, 1793080800000, 1793102400000, 1793167200000, 1793188800000, 1793253600000, 1793275200000, 1793340000000, 1793599200000, 1793620800000, 1793685600000, 1793707200000, 1793772000000, 1793793600000, 1793858400000, 1793880000000, 1793944800000, 1794204000000, 1794225600000, 1794290400000, 1794312000000, 1794376800000, 1794398400000, 1794463200000, 1794484800000, 1794549600000, 1794808800000, 1794830400000, 1794895200000, 1794916800000, 1794981600000, 1795003200000, 1795068000000, 1795089600000, 1795154400000]';
SET param_p9 = '[0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 25, 25, 26, 26, 27, 27, 28, 28, 29, 30, 30, 31, 31, 32, 32, 33, 33, 34]';
SET param_p10 = '[1791194400000, 1791219600000, 1791280800000, 1791306000000, 1791367200000, 1791392400000, 1791453600000, 1791478800000, 1791550800000, 1791799200000, 1791824400000, 1791885600000, 1791910800000, 1791972000000, 1791997200000, 1792058400000, 1792083600000, 1792155600000, 1792404000000, 1792429200000, 1792490400000, 1792515600000, 1792576800000, 1792602000000, 1792663200000, 1792688400000, 1792760400000, 1793012400000, 1793037600000, 1793098800000, 1793124000000, 1793185200000, 1793210400000, 1793271600000, 1793296800000, 1793368800000, 1793617200000, 1793642400000, 1793703600000, 1793728800000, 1793790000000, 1793815200000, 1793876400000, 1793901600000, 1793973600000, 1794222000000, 1794247200000, 1794308400000, 1794333600000, 1794394800000, 1794420000000, 1794481200000, 1794506400000, 1794578400000, 1794826800000, 1794852000000, 1794913200000, 1794938400000, 1794999600000, 1795024800000, 1795086000000, 1795111200000, 1795183200000]';
SET param_p11 = '[0, 0, 2, 4, 6, 8, 9, 9, 9, 11, 13, 15, 17, 18, 18, 18, 20, 22, 24, 26, 27, 27, 27, 29, 31, 33, 35, 36, 36, 36, 38, 40, 42, 44, 45, 45, 45, 47, 49, 51, 53, 54, 54, 54, 56, 58, 60, 62]';
SET param_p12 = '[\'line.up\', \'order.changed\']';
SET param_p13 = 'line.down';
SET param_p14 = '1';
SET param_p15 = 'order.placed';
SET param_p16 = 'office';
SET param_p17 = 'moving';
SET param_p18 = 'contact.opened';
SET param_p19 = 'move';
SET param_p20 = 'new address';
SET param_p21 = 'order.changed';
SET param_p22 = 'survey.answered';
SET param_p23 = 'line.up';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(h <= -4611686018427387903, nan, (h - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_askings,
        p1_due_13,
        p1_answer_40,
        p1_target_41,
        p1_occasion_27,
        p1_looked_up_38,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_13, p1_due_13) AS p1_verdict_39
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_answer_40,
            p1_occasion_27,
            p1_looked_up_38,
            arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_day_9) AS p1_due_13,
            arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_18, p1_before_19, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_18, p1_before_19)), p1_due_day_17) AS p1_target_41
        FROM
        (
            SELECT
                p1_local_10,
                p1_due_day_9,
                p1_first_5,
                p1_local_18,
                p1_due_day_17,
                customer_key,
                p1_askings,
                p1_answer_40,
                p1_occasion_27,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_10) AS p1_before_11,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_18) AS p1_before_19,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_33, arrayResize(arraySlice(p1_felt_33, 1, 0), length(p1_asks_34), nan)), p1_unsorted_36), p1_merged_37), p1_merged_37), arraySort((i, w) -> w, arrayEnumerate(p1_asks_34), p1_asks_34)) AS p1_looked_up_38
            FROM
            (
                SELECT
                    p1_due_day_9,
                    p1_felt_33,
                    p1_asks_34,
                    p1_unsorted_36,
                    p1_first_5,
                    p1_due_day_17,
                    customer_key,
                    p1_askings,
                    p1_answer_40,
                    p1_occasion_27,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_7, p1_day_8, p1_due_day_9) AS p1_local_10,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_7, p1_day_8, p1_due_day_17) AS p1_local_18,
                    arraySort(p1_unsorted_36) AS p1_merged_37
                FROM
                (
                    SELECT
                        p1_begun_7,
                        p1_day_8,
                        p1_felt_33,
                        p1_asks_34,
                        p1_first_5,
                        customer_key,
                        p1_askings,
                        p1_answer_40,
                        p1_occasion_27,
                        arrayMap(d -> (d + 2), p1_day_8) AS p1_due_day_9,
                        arrayMap(d -> (d + 1), p1_day_8) AS p1_due_day_17,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_28), p1_asks_34) AS p1_unsorted_36
                    FROM
                    (
                        SELECT
                            p1_felt_28,
                            p1_felt_33,
                            p1_first_5,
                            customer_key,
                            p1_askings,
                            arrayMap((t, i) -> greatest(t, arrayElement({p8:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_6) AS p1_begun_7,
                            arrayMap(i -> arrayElement({p9:Array(Int64)}, toInt64(i) + 1), p1_place_6) AS p1_day_8,
                            arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_24), p1_merged_24), p1_late_23)) AS p1_occasion_27,
                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_30), p1_merged_30), p1_late_23)) AS p1_asks_34,
                            p1_first_5 AS p1_answer_40
                        FROM
                        (
                            SELECT
                                p1_times,
                                p1_late_23,
                                p1_felt_28,
                                p1_felt_33,
                                customer_key,
                                p1_askings,
                                arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                                arrayMap((t, f) -> ((f + toInt64(arrayElement({p10:Array(Int64)}, toInt64(f + 0) + 1) <= t)) + toInt64(arrayElement({p10:Array(Int64)}, toInt64(f + 1) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p11:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_6,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_23), arrayMap(c -> bitXor(c, 17179869183), values_22))) AS p1_merged_24,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_23), arrayMap(c -> bitXor(c, 17179869183), p1_felt_28))) AS p1_merged_30
                            FROM
                            (
                                SELECT
                                    p1_askings,
                                    values_22,
                                    p1_felt_28,
                                    p1_felt_33,
                                    customer_key,
                                    arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                                    arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                    arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_23
                                FROM
                                (
                                    SELECT
                                        elements,
                                        marks,
                                        values_22,
                                        p1_felt_28,
                                        p1_felt_33,
                                        customer_key,
                                        arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p12:Array(String)}, CAST('[2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p13:String}) AND ifNull(((NOT p_planned) AND (p_mbit < {p14:Float64})), 0)), 1, 0)), if(((name = {p15:String}) AND ifNull((p_business OR (position(lower(p_product), {p16:String}) > 0)), 0)), 4, 0)), if(((name = {p15:String}) AND ifNull(startsWith(`p_referred by`, {p17:String}), 0)), 4, 0)), if(((name = {p18:String}) AND ifNull(((p_topic = {p19:String}) OR (p_topic = {p20:String})), 0)), 4, 0))) AS marks,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p15:String}) AND ifNull((p_business OR (position(lower(p_product), {p16:String}) > 0)), 0)), 1, (((name = {p15:String}) AND ifNull(startsWith(`p_referred by`, {p17:String}), 0)) OR ((name = {p18:String}) AND ifNull(((p_topic = {p19:String}) OR (p_topic = {p20:String})), 0))), 2, (name = {p21:String}), 3, 0))), (((name = {p15:String}) AND ifNull((p_business OR (position(lower(p_product), {p16:String}) > 0)), 0)) OR ((name = {p15:String}) AND ifNull(startsWith(`p_referred by`, {p17:String}), 0)) OR ((name = {p18:String}) AND ifNull(((p_topic = {p19:String}) OR (p_topic = {p20:String})), 0)) OR (name = {p21:String}))) AS values_22,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p22:String}, toFloat64(p_score), NULL))) AS p1_felt_28,
                                            groupArrayIf(ifNull(multiIf(name = {p22:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p22:String}, toFloat64(p_score), NULL))) AS p1_felt_33
                                        FROM events
                                        WHERE (name IN ({p18:String}, {p13:String}, {p23:String}, {p21:String}, {p15:String}, {p22:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                        GROUP BY customer_key
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_39), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_40) AS n,
    arrayConcat(p1_verdict_39) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_40, p1_verdict_39, p1_target_41)) AS o,
    arrayConcat(p1_target_41) AS h,
    arrayConcat(p1_occasion_27) AS w,
    arrayConcat(p1_looked_up_38) AS f;

-- accepted-before-the-next: What you accept is the offer that you were shown last
SET param_p1 = '[\'accepted-before-the-next\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'offer.made\', \'offer.accepted\', \'order.changed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'offer.accepted';
SET param_p12 = 'offer.made';
SET param_p13 = 'order.changed';
SET param_p14 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_37,
        p1_askings,
        p1_due_39,
        p1_answer_38,
        p1_occasion_25,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_31, arrayResize(arraySlice(p1_felt_31, 1, 0), length(p1_asks_32), nan)), p1_unsorted_34), p1_merged_35), p1_merged_35), arraySort((i, w) -> w, arrayEnumerate(p1_asks_32), p1_asks_32)) AS p1_looked_up_36
    FROM
    (
        SELECT
            p1_felt_31,
            p1_asks_32,
            p1_unsorted_34,
            customer_key,
            p1_verdict_37,
            p1_askings,
            p1_due_39,
            p1_answer_38,
            p1_occasion_25,
            arraySort(p1_unsorted_34) AS p1_merged_35
        FROM
        (
            SELECT
                p1_felt_31,
                p1_asks_32,
                customer_key,
                p1_verdict_37,
                p1_askings,
                p1_due_39,
                p1_occasion_25,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_26), p1_asks_32) AS p1_unsorted_34,
                arrayMap((n, b, v) -> if((v = toUInt8(6)) OR ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt128(0), n), p1_beside_14, p1_first_16, p1_verdict_37) AS p1_answer_38
            FROM
            (
                SELECT
                    p1_felt_26,
                    p1_felt_31,
                    p1_beside_14,
                    p1_first_16,
                    customer_key,
                    p1_askings,
                    p1_due_39,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_22), p1_merged_22), p1_late_21)) AS p1_occasion_25,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_28), p1_merged_28), p1_late_21)) AS p1_asks_32,
                    arrayMap((n, b, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt8(3), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_beside_14, p1_first_16, p1_gathered_18, p1_gathered_18) AS p1_verdict_37
                FROM
                (
                    SELECT
                        p1_late_21,
                        p1_felt_26,
                        p1_felt_31,
                        p1_first_16,
                        p1_gathered_18,
                        customer_key,
                        p1_askings,
                        p1_due_39,
                        arraySort((v, p) -> p, arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_10), p1_merged_10), p1_by_values_9), p1_by_values_9), arraySort((v, a) -> bitAnd(a, toUInt128('1208925819614577635098623')), arrayEnumerate(p1_askings), p1_askings)) AS p1_beside_14,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_21), arrayMap(c -> bitXor(c, 17179869183), values_20))) AS p1_merged_22,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_21), arrayMap(c -> bitXor(c, 17179869183), p1_felt_26))) AS p1_merged_28
                    FROM
                    (
                        SELECT
                            p1_by_values_9,
                            p1_askings,
                            values_20,
                            p1_felt_26,
                            p1_felt_31,
                            p1_gathered_18,
                            customer_key,
                            arraySort(arrayConcat(p1_by_values_9, arrayMap(c -> bitOr(c, 17179869184), arrayFilter(c -> (bitShiftRight(c, 80) != 0), arrayMap((x, h) -> bitOr(bitShiftLeft(toUInt128(if(h = 0, 0, bitOr(bitShiftRight(bitXor(intHash64(toUInt64(bitShiftRight(x, 80))), h), 16), 1))), 80), bitAnd(x, toUInt128('1208925819614629174706175'))), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks), values_3))))) AS p1_merged_10,
                            arrayMap((o, a) -> if((bitShiftRight(o, 80) = bitShiftRight(a, 80)) AND (bitShiftRight(a, 80) != 0), o, toUInt128(0)), arrayMap((m, g, n) -> if(g != m, g, n), p1_askings, arrayFill((m, p) -> (NOT (bitShiftRight(m, 36) = bitShiftRight(p, 36))), p1_askings, arrayShiftRight(p1_askings, 1)), arrayShiftLeft(p1_askings, 1)), p1_askings) AS p1_first_16,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_21,
                            p1_gathered_18 AS p1_due_39
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_3,
                                values_20,
                                p1_felt_26,
                                p1_felt_31,
                                customer_key,
                                arraySort(arrayMap((x, h) -> bitOr(bitShiftLeft(toUInt128(if(h = 0, 0, bitOr(bitShiftRight(bitXor(intHash64(toUInt64(bitShiftRight(x, 80))), h), 16), 1))), 80), bitAnd(x, toUInt128('1208925819614629174706175'))), of_1, values_7)) AS p1_by_values_9,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, values_17, of_1) AS p1_gathered_18
                            FROM
                            (
                                SELECT
                                    values_7,
                                    elements,
                                    marks,
                                    values_3,
                                    values_17,
                                    values_20,
                                    p1_felt_26,
                                    p1_felt_31,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_offer_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)), 4, 0)), if(((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)), 4, 0))) AS marks,
                                        groupArrayIf(if(isNull((toFloat64(p_price) + 0)), toUInt64(0), cityHash64(assumeNotNull((toFloat64(p_price) + 0)))), (name = {p11:String})) AS values_3,
                                        groupArrayIf(if(isNull((toFloat64(p_price) + 0)), toUInt64(0), cityHash64(assumeNotNull((toFloat64(p_price) + 0)))), (name = {p12:String})) AS values_7,
                                        groupArrayIf(ifNull(toInt64(toUnixTimestamp64Milli(p_valid_until)), -4611686018427387903), (name = {p12:String})) AS values_17,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_offer_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)), 1, (((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0))), 2, (name = {p13:String}), 3, 0))), (((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0)) OR ((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)) OR (name = {p13:String}))) AS values_20,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_offer_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_26,
                                        groupArrayIf(ifNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_31
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p11:String}, {p12:String}, {p13:String}, {p5:String}, {p14:String})) AND (k_offer_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_37), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_39, p1_verdict_37)) AS d,
    arrayConcat(p1_answer_38) AS n,
    arrayConcat(p1_verdict_37) AS v,
    arrayConcat(p1_occasion_25) AS w,
    arrayConcat(p1_looked_up_36) AS f;

-- paid-when-due: You have until the due day to pay, as a business until we remind you
SET param_p1 = '[\'paid-when-due\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'bill.sent\', \'order.changed\']';
SET param_p6 = 'order.placed';
SET param_p7 = '0';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'bill.paid';
SET param_p14 = 'bill.sent';
SET param_p15 = 'order.changed';
SET param_p16 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_36,
        p1_askings,
        p1_due_38,
        p1_occasion_24,
        p1_looked_up_35,
        arrayMap((n, v) -> if(v = toUInt8(6), toUInt128(0), n), p1_first_2, p1_verdict_36) AS p1_answer_37
    FROM
    (
        SELECT
            p1_first_2,
            customer_key,
            p1_askings,
            p1_occasion_24,
            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_30, arrayResize(arraySlice(p1_felt_30, 1, 0), length(p1_asks_31), nan)), p1_unsorted_33), p1_merged_34), p1_merged_34), arraySort((i, w) -> w, arrayEnumerate(p1_asks_31), p1_asks_31)) AS p1_looked_up_35,
            arrayMap((n, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_2, p1_due_18, p1_due_18) AS p1_verdict_36,
            p1_due_18 AS p1_due_38
        FROM
        (
            SELECT
                p1_felt_30,
                p1_asks_31,
                p1_unsorted_33,
                p1_first_2,
                customer_key,
                p1_askings,
                p1_occasion_24,
                arrayMap((a, w1, w2, w3) -> ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(multiIf(isNull(tupleElement(w1, 1)), NULL, tupleElement(w1, 1), tupleElement(w2, 1), tupleElement(w3, 1)), 1), 3, {p4:String})) - 1), -4611686018427387903), p1_askings, arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_7, arrayResize(arraySlice(values_7, 1, 0), length(p1_asks_9))), p1_unsorted_11), p1_merged_12), p1_merged_12), arraySort((i, w) -> w, arrayEnumerate(p1_asks_9), p1_asks_9)), arraySort((v, e) -> e, values_14, of_1), arraySort((v, e) -> e, values_16, of_1)) AS p1_due_18,
                arraySort(p1_unsorted_33) AS p1_merged_34
            FROM
            (
                SELECT
                    p1_askings,
                    values_7,
                    p1_asks_9,
                    p1_unsorted_11,
                    values_14,
                    of_1,
                    values_16,
                    p1_felt_30,
                    p1_asks_31,
                    p1_first_2,
                    customer_key,
                    p1_occasion_24,
                    arraySort(p1_unsorted_11) AS p1_merged_12,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_25), p1_asks_31) AS p1_unsorted_33
                FROM
                (
                    SELECT
                        p1_askings,
                        values_7,
                        p1_asks_9,
                        values_14,
                        of_1,
                        values_16,
                        p1_felt_25,
                        p1_felt_30,
                        p1_first_2,
                        customer_key,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_3), p1_asks_9) AS p1_unsorted_11,
                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_20)) AS p1_occasion_24,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_27), p1_merged_27), p1_late_20)) AS p1_asks_31
                    FROM
                    (
                        SELECT
                            of_3,
                            p1_askings,
                            values_7,
                            values_14,
                            of_1,
                            values_16,
                            p1_late_20,
                            p1_felt_25,
                            p1_felt_30,
                            p1_first_2,
                            customer_key,
                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_4), p1_merged_4), p1_askings)) AS p1_asks_9,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), values_19))) AS p1_merged_21,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), p1_felt_25))) AS p1_merged_27
                        FROM
                        (
                            SELECT
                                p1_askings,
                                of_3,
                                values_7,
                                values_14,
                                of_1,
                                values_16,
                                values_19,
                                p1_felt_25,
                                p1_felt_30,
                                customer_key,
                                arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('1208925819614577635098623')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull((tupleElement(c, 3) >= tupleElement(a, 2)), 0))), p1_then_paired), 1), 1), p1_askings, p1_asked) AS p1_first_2,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), of_3))) AS p1_merged_4,
                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_20
                            FROM
                            (
                                SELECT
                                    p1_then_paired,
                                    p1_asked,
                                    of_3,
                                    values_7,
                                    values_14,
                                    of_1,
                                    values_16,
                                    values_19,
                                    p1_felt_25,
                                    p1_felt_30,
                                    customer_key,
                                    arraySort(of_1) AS p1_askings
                                FROM
                                (
                                    SELECT
                                        p1_then_paired,
                                        p1_asked,
                                        values_7,
                                        values_14,
                                        values_16,
                                        values_19,
                                        p1_felt_25,
                                        p1_felt_30,
                                        customer_key,
                                        arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1,
                                        arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_3
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_months > {p7:Int64}), 0)), 2, 0)), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)), 4, 0)), if(((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)), 4, 0))) AS marks,
                                            arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), multiIf(name = {p13:String}, 0, 1), p_amount), (name = {p13:String}))) AS p1_then_paired,
                                            groupArrayIf(tuple(p_business), ((name = {p6:String}) AND ifNull((p_months > {p7:Int64}), 0))) AS values_7,
                                            groupArrayIf(tuple(p_reminded), (name = {p14:String})) AS values_14,
                                            groupArrayIf(tuple(p_due), (name = {p14:String})) AS values_16,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0))), 2, (name = {p15:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)) OR (name = {p15:String}))) AS values_19,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p16:String}, toFloat64(p_score), NULL))) AS p1_felt_25,
                                            groupArrayIf(ifNull(multiIf(name = {p16:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p16:String}, toFloat64(p_score), NULL))) AS p1_felt_30,
                                            arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), p_amount), (name = {p14:String}))) AS p1_asked
                                        FROM events
                                        WHERE (name IN ({p13:String}, {p14:String}, {p10:String}, {p15:String}, {p6:String}, {p16:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                        GROUP BY
                                            customer_key,
                                            toUInt64(0)
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_36), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_38, p1_verdict_36)) AS d,
    arrayConcat(p1_answer_37) AS n,
    arrayConcat(p1_verdict_36) AS v,
    arrayConcat(p1_occasion_24) AS w,
    arrayConcat(p1_looked_up_35) AS f;

-- line-stays-up: Once you are online it stays that way
SET param_p1 = '[\'line-stays-up\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[0]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'line.connected\', \'order.cancelled\', \'order.changed\']';
SET param_p6 = 'line.down';
SET param_p7 = 'order.placed';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'order.changed';
SET param_p14 = 'survey.answered';
SET param_p15 = 'line.connected';
SET param_p16 = 'order.cancelled';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_18,
        p1_askings,
        p1_due_6,
        p1_deciding_17,
        p1_occasion_24,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_30, arrayResize(arraySlice(p1_felt_30, 1, 0), length(p1_asks_31), nan)), p1_unsorted_33), p1_merged_34), p1_merged_34), arraySort((i, w) -> w, arrayEnumerate(p1_asks_31), p1_asks_31)) AS p1_looked_up_35
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_30,
            p1_asks_31,
            p1_unsorted_33,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_17,
            p1_occasion_24,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, u, d) -> multiIf((u != 0) AND ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= d) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))), toUInt8(5), n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_17, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_11), p1_merged_11), p1_askings), p1_due_6) AS p1_verdict_18,
            arraySort(p1_unsorted_33) AS p1_merged_34
        FROM
        (
            SELECT
                p1_merged_11,
                p1_askings,
                p1_due_6,
                p1_felt_30,
                p1_asks_31,
                customer_key,
                p1_occasion_24,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_14), p1_merged_14), p1_askings), p1_due_6) AS p1_deciding_17,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_25), p1_asks_31) AS p1_unsorted_33
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_merged_14,
                    p1_merged_11,
                    p1_felt_25,
                    p1_felt_30,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_20)) AS p1_occasion_24,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_27), p1_merged_27), p1_late_20)) AS p1_asks_31
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_merged_14,
                        p1_merged_11,
                        p1_late_20,
                        p1_felt_25,
                        p1_felt_30,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), values_19))) AS p1_merged_21,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), p1_felt_25))) AS p1_merged_27
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_19,
                            p1_felt_25,
                            p1_felt_30,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 3), 0)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_11,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_14,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_20
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_19,
                                p1_felt_25,
                                p1_felt_30,
                                customer_key,
                                arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((NOT p_planned), 0)), 2, 0)), if(((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 8, 0)), if(((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)), 8, 0)), if(((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)), 8, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 1, (((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0))), 2, (name = {p13:String}), 3, 0))), (((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)) OR ((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)) OR (name = {p13:String}))) AS values_19,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_25,
                                    groupArrayIf(ifNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_30
                                FROM events
                                WHERE (name IN ({p10:String}, {p15:String}, {p6:String}, {p16:String}, {p13:String}, {p7:String}, {p14:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_18), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_deciding_17, p1_verdict_18)) AS n,
    arrayConcat(p1_verdict_18) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_24) AS w,
    arrayConcat(p1_looked_up_35) AS f;

-- one-call-is-enough: You need to call us only once
SET param_p1 = '[\'one-call-is-enough\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1]';
SET param_p4 = '^again';
SET param_p5 = 'Europe/Berlin';
SET param_p6 = '[\'contact.opened\', \'order.changed\']';
SET param_p7 = 'order.placed';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'order.changed';
SET param_p14 = 'survey.answered';
SET param_p15 = '2';
SET param_p16 = '1';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    e AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, {p3:Array(Float64)}[p], (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_askings,
        p1_due_5,
        p1_chosen_17,
        p1_hit_27,
        p1_counted_6,
        p1_occasion_33,
        p1_occasion_39,
        arrayMap((n, d, o) -> multiIf(o = 1, multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1))), p1_chosen_17, p1_due_5, p1_occasion_12) AS p1_verdict_24,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_45, arrayResize(arraySlice(p1_felt_45, 1, 0), length(p1_asks_46), nan)), p1_unsorted_48), p1_merged_49), p1_merged_49), arraySort((i, w) -> w, arrayEnumerate(p1_asks_46), p1_asks_46)) AS p1_looked_up_50
    FROM
    (
        SELECT
            p1_due_5,
            p1_occasion_12,
            p1_felt_45,
            p1_asks_46,
            p1_unsorted_48,
            customer_key,
            p1_askings,
            p1_counted_6,
            p1_occasion_33,
            p1_occasion_39,
            arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_12, p1_deciding_14, arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p4:String})), 0)) AND true), p1_count_paired), 3), 1), p1_askings, p1_asked), p1_due_5)) AS p1_chosen_17,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_14, p1_due_5) AS p1_hit_27,
            arraySort(p1_unsorted_48) AS p1_merged_49
        FROM
        (
            SELECT
                p1_occasion_12,
                p1_count_paired,
                p1_askings,
                p1_asked,
                p1_due_5,
                p1_felt_45,
                p1_asks_46,
                customer_key,
                arrayMap((x, a, d) -> toInt64(length(arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p4:String})), 0)) AND ((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) <= d)), p1_count_paired))), p1_askings, p1_asked, p1_due_5) AS p1_counted_6,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) >= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p4:String})), 0)) AND true), p1_count_paired), 2), 1), p1_askings, p1_asked), p1_due_5) AS p1_deciding_14,
                p1_occasion_12 AS p1_occasion_33,
                p1_occasion_12 AS p1_occasion_39,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_40), p1_asks_46) AS p1_unsorted_48
            FROM
            (
                SELECT
                    p1_count_paired,
                    p1_askings,
                    p1_asked,
                    p1_felt_40,
                    p1_felt_45,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_2, p1_before_3, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_2, p1_before_3)) AS p1_due_5,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_9), p1_merged_9), p1_late_8)) AS p1_occasion_12,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_42), p1_merged_42), p1_late_8)) AS p1_asks_46
                FROM
                (
                    SELECT
                        p1_local_2,
                        p1_count_paired,
                        p1_askings,
                        p1_asked,
                        p1_late_8,
                        p1_felt_40,
                        p1_felt_45,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_2) AS p1_before_3,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_8), arrayMap(c -> bitXor(c, 17179869183), values_7))) AS p1_merged_9,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_8), arrayMap(c -> bitXor(c, 17179869183), p1_felt_40))) AS p1_merged_42
                    FROM
                    (
                        SELECT
                            p1_count_paired,
                            p1_askings,
                            p1_asked,
                            values_7,
                            p1_felt_40,
                            p1_felt_45,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 'UTC'), 0), 7)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_2,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_8
                        FROM
                        (
                            SELECT
                                p1_count_paired,
                                p1_asked,
                                values_7,
                                p1_felt_40,
                                p1_felt_45,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(transform(name, {p6:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 2, 0)), if(((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)), 2, 0)), if(((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)), 2, 0))) AS marks,
                                    arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), multiIf(name = {p10:String}, 0, 1), p_topic), (name = {p10:String}))) AS p1_count_paired,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 1, (((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0))), 2, (name = {p13:String}), 3, 0))), (((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)) OR ((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)) OR (name = {p13:String}))) AS values_7,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_40,
                                    groupArrayIf(ifNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p14:String}, toFloat64(p_score), NULL))) AS p1_felt_45,
                                    arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), p_topic), (name = {p10:String}))) AS p1_asked
                                FROM events
                                WHERE (name IN ({p10:String}, {p13:String}, {p7:String}, {p14:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY
                                    customer_key,
                                    toUInt64(0)
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_24), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_5) AS d,
    arrayConcat(p1_chosen_17) AS n,
    arrayConcat(p1_verdict_24) AS v,
    arrayConcat(arrayMap((v, h) -> multiIf(v = toUInt8(5), toInt8(-1), h = toUInt8(1), toInt8(1), h = toUInt8(3), toInt8(0), toInt8(-1)), p1_verdict_24, p1_hit_27)) AS o,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_6)) AS x,
    arrayConcat(arrayMap(o -> multiIf(o = 1, {p15:Float64}, {p16:Float64}), p1_occasion_33)) AS e,
    arrayConcat(p1_occasion_39) AS w,
    arrayConcat(p1_looked_up_50) AS f;

-- told-while-you-wait: You hear from us at least twice while you wait
SET param_p1 = '[\'told-while-you-wait\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1]';
SET param_p4 = '[4]';
SET param_p5 = '1';
SET param_p6 = '[1791180000000, 1791266400000, 1791352800000, 1791439200000, 1791525600000, 1791619200000, 1791784800000, 1791871200000, 1791957600000, 1792044000000, 1792130400000, 1792224000000, 1792389600000, 1792476000000, 1792562400000, 1792648800000, 1792735200000, 1792828800000, 1792998000000, 1793084400000, 1793170800000, 1793257200000, 1793343600000, 1793437200000, 1793602800000, 1793689200000, 1793775600000, 1793862000000, 1793948400000, 1794042000000, 1794207600000, 1794294000000, 1794380400000, 1794466800000, 1794553200000, 1794646800000, 1794812400000, 1794898800000, 1794985200000, 1795071600000, 1795158000000, 1795251600000, 1795417200000, 1795503600000, 1795590000000, 1795676400000, 1795762800000, 1795856400000, 1796022000000]';
SET param_p7 = '[1791216000000, 1791302400000, 1791388800000, 1791475200000, 1791561600000, 1791633600000, 1791820800000, 1791907200000, 1791993600000, 1792080000000, 1792166400000, 1792238400000, 1792425600000, 1792512000000, 1792598400000, 1792684800000, 1792771200000, 1792843200000, 1793034000000, 1793120400000, 1793206800000, 1793293200000, 1793379600000, 1793451600000, 1793638800000, 1793725200000, 1793811600000, 1793898000000, 1793984400000, 1794056400000, 1794243600000, 1794330000000, 1794416400000, 1794502800000, 1794589200000, 1794661200000, 1794848400000, 1794934800000, 1795021200000, 1795107600000, 1795194000000, 1795266000000, 1795453200000, 1795539600000, 1795626000000, 1795712400000, 1795798800000, 1795870800000, 1796058000000]';
SET param_p8 = 'Europe/Berlin';
SET param_p9 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791590400000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792195200000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792800000000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793404800000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794009600000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794614400000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000, 1795219200000, 1795392000000, 1795478400000, 1795564800000, 1795651200000, 1795737600000, 1795824000000, 1795996800000]';
SET param_p10 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48]';
SET param_p11 = '[0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23, 24, 24, 25, 26, 27, 28, 29, 30, 30, 31, 32, 33, 34, 35, 36, 36, 37, 38, 39, 40, 41, 42, 42, 43, 44, 45, 46, 47, 48, 48]';
SET param_p12 = '[\'order.placed\', \'visit.announced\', \'contact.answered\', \'order.cancelled\', \'order.changed\']';
SET param_p13 = 'order.placed';
SET param_p14 = 'office';
SET param_p15 = 'moving';
SET param_p16 = 'contact.opened';
SET param_p17 = 'move';
SET param_p18 = 'new address';
SET param_p19 = 'order.changed';
SET param_p20 = 'survey.answered';
SET param_p21 = 'contact.answered';
SET param_p22 = 'order.cancelled';
SET param_p23 = 'visit.announced';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, {p4:Array(Float64)}[p], (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_23,
        p1_askings,
        p1_due_10,
        p1_deciding_22,
        p1_counted_13,
        p1_occasion_35,
        p1_looked_up_46,
        arrayMap((n, u, d, c) -> multiIf((u != 0) AND ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= d) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))), toUInt8(5), n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), c < {p5:Float64}, toUInt8(3), toUInt8(1)), arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arraySort((v, m) -> m, arrayConcat(p1_askings, arrayShiftLeft(p1_sorted_18, 4)), p1_unsorted_19), p1_merged_20), p1_merged_20), p1_askings), p1_due_10), p1_first_17, p1_due_10, p1_counted_13) AS p1_hit_29
    FROM
    (
        SELECT
            p1_askings,
            p1_sorted_18,
            p1_unsorted_19,
            p1_merged_20,
            p1_due_10,
            p1_first_17,
            customer_key,
            p1_verdict_23,
            p1_deciding_22,
            p1_occasion_35,
            p1_looked_up_46,
            arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_12, p1_merged_11), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_11)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_12, p1_merged_11)) AS p1_counted_13
        FROM
        (
            SELECT
                p1_merged_11,
                p1_askings,
                p1_sorted_18,
                p1_unsorted_19,
                p1_merged_20,
                p1_due_10,
                p1_first_17,
                customer_key,
                p1_deciding_22,
                p1_occasion_35,
                p1_looked_up_46,
                arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_11) AS p1_running_12,
                arrayMap((n, u, d) -> multiIf((u != 0) AND ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= d) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))), toUInt8(5), n != 0, toUInt8(1), 1794830400000 <= d, toUInt8(4), toUInt8(3)), p1_deciding_22, p1_first_17, p1_due_10) AS p1_verdict_23
            FROM
            (
                SELECT
                    p1_first_17,
                    p1_due_10,
                    p1_askings,
                    p1_sorted_18,
                    p1_unsorted_19,
                    p1_merged_20,
                    customer_key,
                    p1_occasion_35,
                    p1_looked_up_46,
                    arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_10, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_11,
                    arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arraySort((v, m) -> m, arrayConcat(p1_askings, arrayShiftLeft(p1_sorted_18, 0)), p1_unsorted_19), p1_merged_20), p1_merged_20), p1_askings), p1_due_10) AS p1_deciding_22
                FROM
                (
                    SELECT
                        p1_askings,
                        of_2,
                        p1_sorted_18,
                        p1_unsorted_19,
                        p1_merged_20,
                        p1_first_17,
                        customer_key,
                        p1_occasion_35,
                        p1_looked_up_46,
                        arrayMap((u, e) -> least(greatest(u, arrayElement({p6:Array(Int64)}, toInt64(e) + 1)), arrayElement({p7:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p8:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p8:String})) * 1000)), p1_local_7, p1_before_8)), p1_due_day_6) AS p1_due_10
                    FROM
                    (
                        SELECT
                            p1_local_7,
                            p1_due_day_6,
                            p1_askings,
                            of_2,
                            p1_sorted_18,
                            p1_unsorted_19,
                            p1_merged_20,
                            p1_first_17,
                            customer_key,
                            p1_occasion_35,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p8:String})) * 1000)), p1_local_7) AS p1_before_8,
                            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_41, arrayResize(arraySlice(p1_felt_41, 1, 0), length(p1_asks_42), nan)), p1_unsorted_44), p1_merged_45), p1_merged_45), arraySort((i, w) -> w, arrayEnumerate(p1_asks_42), p1_asks_42)) AS p1_looked_up_46
                        FROM
                        (
                            SELECT
                                p1_due_day_6,
                                p1_askings,
                                of_2,
                                p1_sorted_18,
                                p1_unsorted_19,
                                p1_merged_20,
                                p1_first_17,
                                p1_felt_41,
                                p1_asks_42,
                                p1_unsorted_44,
                                customer_key,
                                p1_occasion_35,
                                arrayMap((b, d, e) -> ((arrayElement({p9:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p8:String})) * 1000))) - arrayElement({p9:Array(Int64)}, toInt64(d) + 1)), arrayMap((t, i) -> greatest(t, arrayElement({p6:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_3), p1_day_5, p1_due_day_6) AS p1_local_7,
                                arraySort(p1_unsorted_44) AS p1_merged_45
                            FROM
                            (
                                SELECT
                                    p1_times,
                                    p1_place_3,
                                    p1_day_5,
                                    p1_askings,
                                    of_2,
                                    p1_sorted_18,
                                    p1_unsorted_19,
                                    p1_merged_20,
                                    p1_first_17,
                                    p1_felt_41,
                                    p1_asks_42,
                                    customer_key,
                                    p1_occasion_35,
                                    arrayMap(d -> (d + 10), p1_day_5) AS p1_due_day_6,
                                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_36), p1_asks_42) AS p1_unsorted_44
                                FROM
                                (
                                    SELECT
                                        p1_times,
                                        p1_place_3,
                                        p1_askings,
                                        of_2,
                                        p1_sorted_18,
                                        p1_unsorted_19,
                                        p1_first_17,
                                        p1_felt_36,
                                        p1_felt_41,
                                        customer_key,
                                        arrayMap(i -> arrayElement({p10:Array(Int64)}, toInt64(i) + 1), p1_place_3) AS p1_day_5,
                                        arraySort(p1_unsorted_19) AS p1_merged_20,
                                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_32), p1_merged_32), p1_late_31)) AS p1_occasion_35,
                                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_38), p1_merged_38), p1_late_31)) AS p1_asks_42
                                    FROM
                                    (
                                        SELECT
                                            p1_times,
                                            p1_askings,
                                            of_2,
                                            p1_sorted_18,
                                            p1_late_31,
                                            p1_felt_36,
                                            p1_felt_41,
                                            customer_key,
                                            arrayMap((t, f) -> (f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p11:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_3,
                                            arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_15), p1_merged_15), p1_askings) AS p1_first_17,
                                            arrayConcat(p1_askings, p1_sorted_18) AS p1_unsorted_19,
                                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_31), arrayMap(c -> bitXor(c, 17179869183), values_30))) AS p1_merged_32,
                                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_31), arrayMap(c -> bitXor(c, 17179869183), p1_felt_36))) AS p1_merged_38
                                        FROM
                                        (
                                            SELECT
                                                p1_askings,
                                                of_2,
                                                values_30,
                                                p1_felt_36,
                                                p1_felt_41,
                                                customer_key,
                                                arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_15,
                                                arraySort(arrayMap(c -> bitOr(c, 17179869184), of_2)) AS p1_sorted_18,
                                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_31
                                            FROM
                                            (
                                                SELECT
                                                    elements,
                                                    marks,
                                                    values_30,
                                                    p1_felt_36,
                                                    p1_felt_41,
                                                    customer_key,
                                                    arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                                    arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                                        groupArray(bitOr(bitOr(bitOr(transform(name, {p12:Array(String)}, CAST('[1, 2, 2, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)), 8, 0)), if(((name = {p16:String}) AND ifNull(((p_topic = {p17:String}) OR (p_topic = {p18:String})), 0)), 8, 0))) AS marks,
                                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)), 1, (((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)) OR ((name = {p16:String}) AND ifNull(((p_topic = {p17:String}) OR (p_topic = {p18:String})), 0))), 2, (name = {p19:String}), 3, 0))), (((name = {p13:String}) AND ifNull((p_business OR (position(lower(p_product), {p14:String}) > 0)), 0)) OR ((name = {p13:String}) AND ifNull(startsWith(`p_referred by`, {p15:String}), 0)) OR ((name = {p16:String}) AND ifNull(((p_topic = {p17:String}) OR (p_topic = {p18:String})), 0)) OR (name = {p19:String}))) AS values_30,
                                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL))) AS p1_felt_36,
                                                        groupArrayIf(ifNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p20:String}, toFloat64(p_score), NULL))) AS p1_felt_41
                                                    FROM events
                                                    WHERE (name IN ({p21:String}, {p16:String}, {p22:String}, {p19:String}, {p13:String}, {p20:String}, {p23:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                                    GROUP BY customer_key
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_23), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_deciding_22, p1_verdict_23)) AS n,
    arrayConcat(p1_verdict_23) AS v,
    arrayConcat(arrayMap((v, h) -> multiIf(v = toUInt8(5), toInt8(-1), h = toUInt8(1), toInt8(1), h = toUInt8(3), toInt8(0), toInt8(-1)), p1_verdict_23, p1_hit_29)) AS o,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_13)) AS x,
    arrayConcat(p1_occasion_35) AS w,
    arrayConcat(p1_looked_up_46) AS f;

-- not-too-often: We ask you for your opinion now and then, not every week
SET param_p1 = '[\'not-too-often\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[2]';
SET param_p4 = '1';
SET param_p5 = '[1791183600000, 1791270000000, 1791356400000, 1791442800000, 1791529200000, 1791788400000, 1791874800000, 1791961200000, 1792047600000, 1792134000000, 1792393200000, 1792479600000, 1792566000000, 1792652400000, 1792738800000, 1793001600000, 1793088000000, 1793174400000, 1793260800000, 1793347200000, 1793606400000, 1793692800000, 1793779200000, 1793865600000, 1793952000000, 1794211200000, 1794297600000, 1794384000000, 1794470400000, 1794556800000, 1794816000000, 1794902400000, 1794988800000, 1795075200000, 1795161600000, 1795420800000, 1795507200000, 1795593600000, 1795680000000, 1795766400000, 1796025600000, 1796112000000, 1796198400000, 1796284800000, 1796371200000, 1796630400000, 1796716800000, 1796803200000, 1796889600000, 1796976000000, 1797235200000, 1797321600000, 1797408000000, 1797494400000, 1797580800000, 1797840000000, 1797926400000, 1798012800000, 1798099200000, 1798185600000, 1798444800000, 1798531200000, 1798617600000]';
SET param_p6 = '[1791208800000, 1791295200000, 1791381600000, 1791468000000, 1791554400000, 1791813600000, 1791900000000, 1791986400000, 1792072800000, 1792159200000, 1792418400000, 1792504800000, 1792591200000, 1792677600000, 1792764000000, 1793026800000, 1793113200000, 1793199600000, 1793286000000, 1793372400000, 1793631600000, 1793718000000, 1793804400000, 1793890800000, 1793977200000, 1794236400000, 1794322800000, 1794409200000, 1794495600000, 1794582000000, 1794841200000, 1794927600000, 1795014000000, 1795100400000, 1795186800000, 1795446000000, 1795532400000, 1795618800000, 1795705200000, 1795791600000, 1796050800000, 1796137200000, 1796223600000, 1796310000000, 1796396400000, 1796655600000, 1796742000000, 1796828400000, 1796914800000, 1797001200000, 1797260400000, 1797346800000, 1797433200000, 1797519600000, 1797606000000, 1797865200000, 1797951600000, 1798038000000, 1798124400000, 1798210800000, 1798470000000, 1798556400000, 1798642800000]';
SET param_p7 = 'Europe/Berlin';
SET param_p8 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000, 1795392000000, 1795478400000, 1795564800000, 1795651200000, 1795737600000, 1795996800000, 1796083200000, 1796169600000, 1796256000000, 1796342400000, 1796601600000, 1796688000000, 1796774400000, 1796860800000, 1796947200000, 1797206400000, 1797292800000, 1797379200000, 1797465600000, 1797552000000, 1797811200000, 1797897600000, 1797984000000, 1798070400000, 1798156800000, 1798416000000, 1798502400000, 1798588800000]';
SET param_p9 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62]';
SET param_p10 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 45, 45, 45, 46, 47, 48, 49, 50, 50, 50, 51, 52, 53, 54, 55, 55, 55, 56, 57, 58, 59, 60, 60, 60, 61, 62]';
SET param_p11 = '[\'survey.answered\', \'order.changed\']';
SET param_p12 = 'order.placed';
SET param_p13 = 'office';
SET param_p14 = 'moving';
SET param_p15 = 'contact.opened';
SET param_p16 = 'move';
SET param_p17 = 'new address';
SET param_p18 = 'order.changed';
SET param_p19 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_askings,
        p1_due_10,
        p1_deciding_15,
        p1_counted_13,
        p1_occasion_22,
        p1_looked_up_33,
        arrayMap((n, d, c) -> multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), c < {p4:Float64}, toUInt8(3), toUInt8(1)), p1_deciding_15, p1_due_10, p1_counted_13) AS p1_verdict_16
    FROM
    (
        SELECT
            p1_deciding_15,
            p1_due_10,
            customer_key,
            p1_askings,
            p1_occasion_22,
            p1_looked_up_33,
            arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_12, p1_merged_11), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_11)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_12, p1_merged_11)) AS p1_counted_13
        FROM
        (
            SELECT
                p1_merged_11,
                p1_deciding_15,
                p1_due_10,
                customer_key,
                p1_askings,
                p1_occasion_22,
                p1_looked_up_33,
                arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_11) AS p1_running_12
            FROM
            (
                SELECT
                    p1_due_10,
                    customer_key,
                    p1_askings,
                    p1_occasion_22,
                    p1_looked_up_33,
                    arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_10, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_1))) AS p1_merged_11,
                    arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((o, a) -> if((bitShiftRight(o, 80) = bitShiftRight(a, 80)) AND (bitShiftRight(a, 80) != 0), o, toUInt128(0)), arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 36) = bitShiftRight(p, 36))), arrayShiftLeft(p1_askings, 2), p1_askings, arrayShiftRight(p1_askings, 1)), p1_askings), p1_due_10) AS p1_deciding_15
                FROM
                (
                    SELECT
                        p1_askings,
                        of_1,
                        customer_key,
                        p1_occasion_22,
                        p1_looked_up_33,
                        arrayMap((u, e) -> least(greatest(u, arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayElement({p6:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p7:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p7:String})) * 1000)), p1_local_7, p1_before_8)), p1_due_day_6) AS p1_due_10
                    FROM
                    (
                        SELECT
                            p1_local_7,
                            p1_due_day_6,
                            p1_askings,
                            of_1,
                            customer_key,
                            p1_occasion_22,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p7:String})) * 1000)), p1_local_7) AS p1_before_8,
                            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_28, arrayResize(arraySlice(p1_felt_28, 1, 0), length(p1_asks_29), nan)), p1_unsorted_31), p1_merged_32), p1_merged_32), arraySort((i, w) -> w, arrayEnumerate(p1_asks_29), p1_asks_29)) AS p1_looked_up_33
                        FROM
                        (
                            SELECT
                                p1_due_day_6,
                                p1_askings,
                                of_1,
                                p1_felt_28,
                                p1_asks_29,
                                p1_unsorted_31,
                                customer_key,
                                p1_occasion_22,
                                arrayMap((b, d, e) -> ((arrayElement({p8:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p7:String})) * 1000))) - arrayElement({p8:Array(Int64)}, toInt64(d) + 1)), arrayMap((t, i) -> greatest(t, arrayElement({p5:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_3), p1_day_5, p1_due_day_6) AS p1_local_7,
                                arraySort(p1_unsorted_31) AS p1_merged_32
                            FROM
                            (
                                SELECT
                                    p1_times,
                                    p1_place_3,
                                    p1_day_5,
                                    p1_askings,
                                    of_1,
                                    p1_felt_28,
                                    p1_asks_29,
                                    customer_key,
                                    p1_occasion_22,
                                    arrayMap(d -> (d + 30), p1_day_5) AS p1_due_day_6,
                                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_23), p1_asks_29) AS p1_unsorted_31
                                FROM
                                (
                                    SELECT
                                        p1_times,
                                        p1_place_3,
                                        p1_askings,
                                        of_1,
                                        p1_felt_23,
                                        p1_felt_28,
                                        customer_key,
                                        arrayMap(i -> arrayElement({p9:Array(Int64)}, toInt64(i) + 1), p1_place_3) AS p1_day_5,
                                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_18)) AS p1_occasion_22,
                                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_25), p1_merged_25), p1_late_18)) AS p1_asks_29
                                    FROM
                                    (
                                        SELECT
                                            p1_times,
                                            p1_askings,
                                            of_1,
                                            p1_late_18,
                                            p1_felt_23,
                                            p1_felt_28,
                                            customer_key,
                                            arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p10:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p7:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_3,
                                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), values_17))) AS p1_merged_19,
                                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), p1_felt_23))) AS p1_merged_25
                                        FROM
                                        (
                                            SELECT
                                                p1_askings,
                                                of_1,
                                                values_17,
                                                p1_felt_23,
                                                p1_felt_28,
                                                customer_key,
                                                arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_18
                                            FROM
                                            (
                                                SELECT
                                                    of_1,
                                                    values_17,
                                                    p1_felt_23,
                                                    p1_felt_28,
                                                    customer_key,
                                                    arraySort(of_1) AS p1_askings
                                                FROM
                                                (
                                                    SELECT
                                                        values_17,
                                                        p1_felt_23,
                                                        p1_felt_28,
                                                        customer_key,
                                                        arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                                    FROM
                                                    (
                                                        SELECT
                                                            customer_key,
                                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                                            groupArray(bitOr(bitOr(bitOr(transform(name, {p11:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)), 2, 0)), if(((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)), 2, 0)), if(((name = {p15:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0)), 2, 0))) AS marks,
                                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)), 1, (((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)) OR ((name = {p15:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0))), 2, (name = {p18:String}), 3, 0))), (((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0)) OR ((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)) OR ((name = {p15:String}) AND ifNull(((p_topic = {p16:String}) OR (p_topic = {p17:String})), 0)) OR (name = {p18:String}))) AS values_17,
                                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL))) AS p1_felt_23,
                                                            groupArrayIf(ifNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p19:String}, toFloat64(p_score), NULL))) AS p1_felt_28
                                                        FROM events
                                                        WHERE (name IN ({p15:String}, {p18:String}, {p12:String}, {p19:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                                        GROUP BY customer_key
                                                    )
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_16), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(p1_deciding_15) AS n,
    arrayConcat(p1_verdict_16) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_13)) AS x,
    arrayConcat(p1_occasion_22) AS w,
    arrayConcat(p1_looked_up_33) AS f;

-- price-as-offered: You pay what you accepted
SET param_p1 = '[\'price-as-offered\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[0]';
SET param_p4 = '-5.000000005';
SET param_p5 = '0.010000001';
SET param_p6 = '1';
SET param_p7 = '[\'bill.sent\', \'offer.accepted\', \'order.placed\', \'order.changed\']';
SET param_p8 = 'order.placed';
SET param_p9 = 'office';
SET param_p10 = 'moving';
SET param_p11 = 'contact.opened';
SET param_p12 = 'move';
SET param_p13 = 'new address';
SET param_p14 = 'bill.sent';
SET param_p15 = 'offer.accepted';
SET param_p16 = 'order.changed';
SET param_p17 = 'survey.answered';
SET param_p18 = '1e-9';
SET param_p19 = '0.01';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(toUInt128(0) = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(toUInt128(0), 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(toUInt128(0)), 17179869183) AS answer_key,
    x AS delivered_number,
    e AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, {p3:Array(Float64)}[p], (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_askings,
        p1_times,
        p1_measured_28,
        p1_occasion_41,
        p1_occasion_47,
        arrayMap((m, o) -> multiIf(isNaN(m), toUInt8(7), multiIf(o = 3, ((m >= {p4:Float64}) AND (m <= {p5:Float64})), (m <= {p5:Float64})), toUInt8(1), toUInt8(3)), p1_measured_28, p1_occasion_34) AS p1_verdict_35,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_53, arrayResize(arraySlice(p1_felt_53, 1, 0), length(p1_asks_54), nan)), p1_unsorted_56), p1_merged_57), p1_merged_57), arraySort((i, w) -> w, arrayEnumerate(p1_asks_54), p1_asks_54)) AS p1_looked_up_58
    FROM
    (
        SELECT
            p1_occasion_34,
            p1_felt_53,
            p1_asks_54,
            p1_unsorted_56,
            customer_key,
            p1_askings,
            p1_times,
            p1_occasion_41,
            p1_occasion_47,
            arrayMap((a, w1, w2, w3, w4) -> ifNull(toFloat64((((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - multiIf(isNull(isNotNull(if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), NULL, isNotNull(if(isNaN(w2), NULL, ifNotFinite(w2, 0))), toFloat64(if(isNaN(w2), NULL, ifNotFinite(w2, 0))), toFloat64(if(isNaN(w3), NULL, ifNotFinite(w3, 0))))) / nullIf(toFloat64(tupleElement(w4, 1)), 0)) * {p6:Float64})), nan), p1_askings, arraySort((v, e) -> e, values_10, of_1), arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_12, arrayResize(arraySlice(values_12, 1, 0), length(p1_asks_14), nan)), p1_unsorted_16), p1_merged_17), p1_merged_17), arraySort((i, w) -> w, arrayEnumerate(p1_asks_14), p1_asks_14)), arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_19, arrayResize(arraySlice(values_19, 1, 0), length(p1_asks_21), nan)), p1_unsorted_23), p1_merged_24), p1_merged_24), arraySort((i, w) -> w, arrayEnumerate(p1_asks_21), p1_asks_21)), arraySort((v, e) -> e, values_26, of_1)) AS p1_measured_28,
            arraySort(p1_unsorted_56) AS p1_merged_57
        FROM
        (
            SELECT
                p1_askings,
                values_10,
                of_1,
                values_12,
                p1_asks_14,
                p1_unsorted_16,
                values_19,
                p1_asks_21,
                p1_unsorted_23,
                values_26,
                p1_occasion_34,
                p1_felt_53,
                p1_asks_54,
                customer_key,
                p1_times,
                arraySort(p1_unsorted_16) AS p1_merged_17,
                arraySort(p1_unsorted_23) AS p1_merged_24,
                p1_occasion_34 AS p1_occasion_41,
                p1_occasion_34 AS p1_occasion_47,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_48), p1_asks_54) AS p1_unsorted_56
            FROM
            (
                SELECT
                    p1_askings,
                    values_10,
                    of_1,
                    values_12,
                    p1_asks_14,
                    values_19,
                    p1_asks_21,
                    values_26,
                    p1_felt_48,
                    p1_felt_53,
                    customer_key,
                    p1_times,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_2), p1_asks_14) AS p1_unsorted_16,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_6), p1_asks_21) AS p1_unsorted_23,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_31), p1_merged_31), p1_late_30)) AS p1_occasion_34,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_50), p1_merged_50), p1_late_30)) AS p1_asks_54
                FROM
                (
                    SELECT
                        of_2,
                        of_6,
                        p1_askings,
                        values_10,
                        of_1,
                        values_12,
                        values_19,
                        values_26,
                        p1_late_30,
                        p1_felt_48,
                        p1_felt_53,
                        customer_key,
                        p1_times,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_3), p1_merged_3), p1_askings)) AS p1_asks_14,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7), p1_merged_7), p1_askings)) AS p1_asks_21,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_30), arrayMap(c -> bitXor(c, 17179869183), values_29))) AS p1_merged_31,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_30), arrayMap(c -> bitXor(c, 17179869183), p1_felt_48))) AS p1_merged_50
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            of_6,
                            values_10,
                            of_1,
                            values_12,
                            values_19,
                            values_26,
                            values_29,
                            p1_felt_48,
                            p1_felt_53,
                            customer_key,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), of_2))) AS p1_merged_3,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), of_6))) AS p1_merged_7,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_30,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                of_2,
                                of_6,
                                values_10,
                                of_1,
                                values_12,
                                values_19,
                                values_26,
                                values_29,
                                p1_felt_48,
                                p1_felt_53,
                                customer_key,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    values_10,
                                    values_12,
                                    values_19,
                                    values_26,
                                    values_29,
                                    p1_felt_48,
                                    p1_felt_53,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1,
                                    arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                    arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks) AS of_6
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(transform(name, {p7:Array(String)}, CAST('[1, 2, 4, 12]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)), 8, 0)), if(((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0)), 8, 0))) AS marks,
                                        groupArrayIf(ifNull(p_amount, nan), (name = {p14:String})) AS values_10,
                                        groupArrayIf(ifNull(p_price, nan), (name = {p15:String})) AS values_12,
                                        groupArrayIf(ifNull(p_price, nan), ((name = {p8:String}) OR (name = {p16:String}))) AS values_19,
                                        groupArrayIf(tuple(p_items), (name = {p14:String})) AS values_26,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)), 1, (((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0))), 2, (name = {p16:String}), 3, 0))), (((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)) OR ((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0)) OR (name = {p16:String}))) AS values_29,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p17:String}, toFloat64(p_score), NULL))) AS p1_felt_48,
                                        groupArrayIf(ifNull(multiIf(name = {p17:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p17:String}, toFloat64(p_score), NULL))) AS p1_felt_53
                                    FROM events
                                    WHERE (name IN ({p14:String}, {p11:String}, {p15:String}, {p16:String}, {p8:String}, {p17:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_35), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(p1_verdict_35) AS v,
    arrayConcat(arrayMap((v, m) -> multiIf((v NOT IN (toUInt8(1), toUInt8(3))), toInt8(-1), isNaN(m), toInt8(0), (m <= {p18:Float64}), toInt8(1), toInt8(0)), p1_verdict_35, p1_measured_28)) AS o,
    arrayConcat(p1_measured_28) AS x,
    arrayConcat(arrayMap(o -> multiIf(o = 3, {p19:Float64}, {p19:Float64}), p1_occasion_41)) AS e,
    arrayConcat(p1_occasion_47) AS w,
    arrayConcat(p1_looked_up_58) AS f;

-- speed-as-sold: The line is as fast as what you bought
SET param_p1 = '[\'speed-as-sold\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[-5]';
SET param_p4 = '-5.000000005';
SET param_p5 = '[\'line.connected\', \'line.down\', \'order.changed\', \'order.cancelled\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'FIBRE';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'line.connected';
SET param_p14 = 'order.changed';
SET param_p15 = 'survey.answered';
SET param_p16 = 'line.down';
SET param_p17 = 'order.cancelled';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_34,
        p1_askings,
        p1_answer_35,
        p1_occasion_42,
        p1_looked_up_53,
        arrayMap((m, n) -> if(n = 0, nan, m), p1_measured_33, p1_answer_35) AS p1_delivered_36
    FROM
    (
        SELECT
            p1_measured_33,
            customer_key,
            p1_verdict_34,
            p1_askings,
            p1_occasion_42,
            p1_looked_up_53,
            arrayMap((n, b, v) -> if((v = toUInt8(5)) OR ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt128(0), n), p1_first_11, p1_first_15, p1_verdict_34) AS p1_answer_35
        FROM
        (
            SELECT
                p1_first_11,
                p1_first_15,
                p1_measured_33,
                customer_key,
                p1_askings,
                p1_occasion_42,
                p1_looked_up_53,
                arrayMap((n, b, u, e, m) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((b = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= (bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000)))), toUInt8(5), ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt8(3), n = 0, if(e != 0, toUInt8(7), toUInt8(4)), multiIf(isNaN(m), toUInt8(7), (m >= {p4:Float64}), toUInt8(1), toUInt8(3))), p1_first_11, p1_first_15, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_17), p1_merged_17), p1_askings), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_21), p1_merged_21), p1_askings), p1_measured_33) AS p1_verdict_34
            FROM
            (
                SELECT
                    p1_first_11,
                    p1_first_15,
                    p1_merged_17,
                    p1_askings,
                    p1_merged_21,
                    customer_key,
                    p1_occasion_42,
                    p1_looked_up_53,
                    arrayMap((a, w1, w2) -> ifNull(toFloat64((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), nan), p1_askings, arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_24, arrayResize(arraySlice(values_24, 1, 0), length(p1_asks_26), nan)), p1_unsorted_28), p1_merged_29), p1_merged_29), arraySort((i, w) -> w, arrayEnumerate(p1_asks_26), p1_asks_26)), arraySort((v, e) -> e, values_31, of_1)) AS p1_measured_33
                FROM
                (
                    SELECT
                        p1_askings,
                        values_24,
                        p1_asks_26,
                        p1_unsorted_28,
                        values_31,
                        of_1,
                        p1_first_11,
                        p1_first_15,
                        p1_merged_17,
                        p1_merged_21,
                        customer_key,
                        p1_occasion_42,
                        p1_looked_up_53,
                        arraySort(p1_unsorted_28) AS p1_merged_29
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_24,
                            p1_asks_26,
                            values_31,
                            of_1,
                            p1_first_11,
                            p1_first_15,
                            p1_merged_17,
                            p1_merged_21,
                            customer_key,
                            p1_occasion_42,
                            p1_looked_up_53,
                            arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_2), p1_asks_26) AS p1_unsorted_28
                        FROM
                        (
                            SELECT
                                of_2,
                                p1_askings,
                                values_24,
                                values_31,
                                of_1,
                                p1_first_11,
                                p1_first_15,
                                p1_merged_17,
                                p1_merged_21,
                                customer_key,
                                p1_occasion_42,
                                arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), p1_first_11) AS p1_asks_26,
                                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_48, arrayResize(arraySlice(p1_felt_48, 1, 0), length(p1_asks_49), nan)), p1_unsorted_51), p1_merged_52), p1_merged_52), arraySort((i, w) -> w, arrayEnumerate(p1_asks_49), p1_asks_49)) AS p1_looked_up_53
                            FROM
                            (
                                SELECT
                                    of_2,
                                    p1_askings,
                                    values_24,
                                    values_31,
                                    of_1,
                                    p1_first_15,
                                    p1_merged_17,
                                    p1_merged_21,
                                    p1_felt_48,
                                    p1_asks_49,
                                    p1_unsorted_51,
                                    customer_key,
                                    p1_occasion_42,
                                    arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_9), p1_merged_9), p1_from_8) AS p1_first_11,
                                    arraySort(p1_unsorted_51) AS p1_merged_52
                                FROM
                                (
                                    SELECT
                                        p1_from_8,
                                        of_2,
                                        p1_askings,
                                        values_24,
                                        values_31,
                                        of_1,
                                        p1_first_15,
                                        p1_merged_17,
                                        p1_merged_21,
                                        p1_felt_48,
                                        p1_asks_49,
                                        customer_key,
                                        p1_occasion_42,
                                        arraySort(arrayConcat(p1_from_8, arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_9,
                                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_43), p1_asks_49) AS p1_unsorted_51
                                    FROM
                                    (
                                        SELECT
                                            of_2,
                                            p1_askings,
                                            values_24,
                                            values_31,
                                            of_1,
                                            p1_first_15,
                                            p1_merged_17,
                                            p1_merged_21,
                                            p1_felt_43,
                                            p1_felt_48,
                                            customer_key,
                                            arrayMap((a, l) -> greatest(a, bitAnd(l, toUInt128('340282366920938463463374607363048734720'))), p1_askings, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_5), p1_merged_5), p1_late_4)) AS p1_from_8,
                                            arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_39), p1_merged_39), p1_late_4)) AS p1_occasion_42,
                                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_45), p1_merged_45), p1_late_4)) AS p1_asks_49
                                        FROM
                                        (
                                            SELECT
                                                p1_askings,
                                                p1_late_4,
                                                of_2,
                                                values_24,
                                                values_31,
                                                of_1,
                                                p1_merged_17,
                                                p1_merged_21,
                                                p1_felt_43,
                                                p1_felt_48,
                                                customer_key,
                                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_5,
                                                arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_13), p1_merged_13), p1_askings) AS p1_first_15,
                                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), values_37))) AS p1_merged_39,
                                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), p1_felt_43))) AS p1_merged_45
                                            FROM
                                            (
                                                SELECT
                                                    elements,
                                                    marks,
                                                    p1_askings,
                                                    of_2,
                                                    values_24,
                                                    values_31,
                                                    of_1,
                                                    values_37,
                                                    p1_felt_43,
                                                    p1_felt_48,
                                                    customer_key,
                                                    arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_4,
                                                    arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 8) != 0), elements, marks)))) AS p1_merged_13,
                                                    arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 16) != 0), elements, marks)))) AS p1_merged_17,
                                                    arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 32) != 0), elements, marks)))) AS p1_merged_21
                                                FROM
                                                (
                                                    SELECT
                                                        elements,
                                                        marks,
                                                        of_2,
                                                        values_24,
                                                        values_31,
                                                        of_1,
                                                        values_37,
                                                        p1_felt_43,
                                                        p1_felt_48,
                                                        customer_key,
                                                        arraySort(of_1) AS p1_askings
                                                    FROM
                                                    (
                                                        SELECT
                                                            elements,
                                                            marks,
                                                            values_24,
                                                            values_31,
                                                            values_37,
                                                            p1_felt_43,
                                                            p1_felt_48,
                                                            customer_key,
                                                            arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1,
                                                            arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2
                                                        FROM
                                                        (
                                                            SELECT
                                                                customer_key,
                                                                groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                                                groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[34, 4, 72, 48]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull(endsWith(upper(p_product), {p7:String}), 0)), 1, 0)), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 64, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)), 64, 0)), if(((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)), 64, 0))) AS marks,
                                                                groupArrayIf(ifNull(p_mbit, nan), (name = {p13:String})) AS values_24,
                                                                groupArrayIf(ifNull(p_mbit, nan), ((name = {p6:String}) AND ifNull(endsWith(upper(p_product), {p7:String}), 0))) AS values_31,
                                                                groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0))), 2, (name = {p14:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)) OR (name = {p14:String}))) AS values_37,
                                                                groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_43,
                                                                groupArrayIf(ifNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_48
                                                            FROM events
                                                            WHERE (name IN ({p10:String}, {p13:String}, {p16:String}, {p17:String}, {p14:String}, {p6:String}, {p15:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                                            GROUP BY customer_key
                                                        )
                                                    )
                                                )
                                            )
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_34), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap(n -> if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)), p1_answer_35)) AS d,
    arrayConcat(p1_answer_35) AS n,
    arrayConcat(p1_verdict_34) AS v,
    arrayConcat(p1_delivered_36) AS x,
    arrayConcat(p1_occasion_42) AS w,
    arrayConcat(p1_looked_up_53) AS f;

-- hardly-late: If the technician is late, then only a little
SET param_p1 = '[\'hardly-late\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[900]';
SET param_p4 = '[300]';
SET param_p5 = '900.0000009';
SET param_p6 = '[\'order.changed\']';
SET param_p7 = 'visit.done';
SET param_p8 = 'order.placed';
SET param_p9 = 'office';
SET param_p10 = 'moving';
SET param_p11 = 'contact.opened';
SET param_p12 = 'move';
SET param_p13 = 'new address';
SET param_p14 = 'order.changed';
SET param_p15 = 'survey.answered';
SET param_p16 = '-1e-9';
SET param_p17 = '300.0000003';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(toUInt128(0) = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(toUInt128(0), 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(toUInt128(0)), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, {p4:Array(Float64)}[p], (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    o AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_4,
        p1_askings,
        p1_times,
        p1_gathered_3,
        p1_occasion_10,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_16, arrayResize(arraySlice(p1_felt_16, 1, 0), length(p1_asks_17), nan)), p1_unsorted_19), p1_merged_20), p1_merged_20), arraySort((i, w) -> w, arrayEnumerate(p1_asks_17), p1_asks_17)) AS p1_looked_up_21
    FROM
    (
        SELECT
            p1_felt_16,
            p1_asks_17,
            p1_unsorted_19,
            customer_key,
            p1_verdict_4,
            p1_askings,
            p1_times,
            p1_gathered_3,
            p1_occasion_10,
            arraySort(p1_unsorted_19) AS p1_merged_20
        FROM
        (
            SELECT
                p1_felt_16,
                p1_asks_17,
                customer_key,
                p1_verdict_4,
                p1_askings,
                p1_times,
                p1_gathered_3,
                p1_occasion_10,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_11), p1_asks_17) AS p1_unsorted_19
            FROM
            (
                SELECT
                    p1_felt_11,
                    p1_felt_16,
                    customer_key,
                    p1_verdict_4,
                    p1_askings,
                    p1_times,
                    p1_gathered_3,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7), p1_merged_7), p1_late_6)) AS p1_occasion_10,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_13), p1_merged_13), p1_late_6)) AS p1_asks_17
                FROM
                (
                    SELECT
                        p1_late_6,
                        p1_felt_11,
                        p1_felt_16,
                        customer_key,
                        p1_verdict_4,
                        p1_askings,
                        p1_times,
                        p1_gathered_3,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_6), arrayMap(c -> bitXor(c, 17179869183), values_5))) AS p1_merged_7,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_6), arrayMap(c -> bitXor(c, 17179869183), p1_felt_11))) AS p1_merged_13
                    FROM
                    (
                        SELECT
                            values_5,
                            p1_felt_11,
                            p1_felt_16,
                            customer_key,
                            p1_askings,
                            p1_gathered_3,
                            arrayMap(m -> multiIf(isNaN(m), toUInt8(7), (m <= {p5:Float64}), toUInt8(1), toUInt8(3)), p1_gathered_3) AS p1_verdict_4,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_6,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                values_5,
                                p1_felt_11,
                                p1_felt_16,
                                customer_key,
                                arraySort((v, e) -> e, values_2, of_1) AS p1_gathered_3,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    values_2,
                                    values_5,
                                    p1_felt_11,
                                    p1_felt_16,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p6:Array(String)}, CAST('[2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p7:String}) AND ifNull(isNotNull(p_late_by), 0)), 1, 0)), if(((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)), 2, 0)), if(((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)), 2, 0)), if(((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0)), 2, 0))) AS marks,
                                        groupArrayIf(ifNull(toFloat64(p_late_by), nan), ((name = {p7:String}) AND ifNull(isNotNull(p_late_by), 0))) AS values_2,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)), 1, (((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0))), 2, (name = {p14:String}), 3, 0))), (((name = {p8:String}) AND ifNull((p_business OR (position(lower(p_product), {p9:String}) > 0)), 0)) OR ((name = {p8:String}) AND ifNull(startsWith(`p_referred by`, {p10:String}), 0)) OR ((name = {p11:String}) AND ifNull(((p_topic = {p12:String}) OR (p_topic = {p13:String})), 0)) OR (name = {p14:String}))) AS values_5,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_11,
                                        groupArrayIf(ifNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p15:String}, toFloat64(p_score), NULL))) AS p1_felt_16
                                    FROM events
                                    WHERE (name IN ({p11:String}, {p14:String}, {p8:String}, {p15:String}, {p7:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                    GROUP BY customer_key
                                )
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_4), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(p1_verdict_4) AS v,
    arrayConcat(arrayMap((v, m) -> multiIf((v NOT IN (toUInt8(1), toUInt8(3))), toInt8(-1), isNaN(m), toInt8(0), ((m >= {p16:Float64}) AND (m <= {p17:Float64})), toInt8(1), toInt8(0)), p1_verdict_4, p1_gathered_3)) AS o,
    arrayConcat(p1_gathered_3) AS x,
    arrayConcat(p1_occasion_10) AS w,
    arrayConcat(p1_looked_up_21) AS f;

-- announced-before-we-come: Nobody rings at your door without telling you before
SET param_p1 = '[\'announced-before-we-come\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'visit.done\', \'visit.announced\', \'order.changed\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'visit.announced';
SET param_p15 = 'visit.done';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_28,
        p1_askings,
        p1_times,
        p1_latest_5,
        p1_occasion_16,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_22, arrayResize(arraySlice(p1_felt_22, 1, 0), length(p1_asks_23), nan)), p1_unsorted_25), p1_merged_26), p1_merged_26), arraySort((i, w) -> w, arrayEnumerate(p1_asks_23), p1_asks_23)) AS p1_looked_up_27
    FROM
    (
        SELECT
            p1_felt_22,
            p1_asks_23,
            p1_unsorted_25,
            customer_key,
            p1_askings,
            p1_times,
            p1_latest_5,
            p1_occasion_16,
            arraySort(p1_unsorted_25) AS p1_merged_26,
            arrayMap((n, l, t) -> if((n != 0) AND (l >= t), toUInt8(1), toUInt8(3)), p1_latest_5, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_7, p1_before_8)), p1_times) AS p1_verdict_28
        FROM
        (
            SELECT
                p1_felt_22,
                p1_asks_23,
                p1_latest_5,
                p1_local_7,
                p1_times,
                customer_key,
                p1_askings,
                p1_occasion_16,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_7) AS p1_before_8,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_17), p1_asks_23) AS p1_unsorted_25
            FROM
            (
                SELECT
                    p1_felt_17,
                    p1_felt_22,
                    p1_latest_5,
                    p1_times,
                    customer_key,
                    p1_askings,
                    arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 14)), arrayMap(n -> (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000), p1_latest_5)) AS p1_local_7,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_13), p1_merged_13), p1_late_12)) AS p1_occasion_16,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_12)) AS p1_asks_23
                FROM
                (
                    SELECT
                        p1_late_12,
                        p1_felt_17,
                        p1_felt_22,
                        p1_times,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_3), p1_merged_3), p1_askings) AS p1_latest_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_12), arrayMap(c -> bitXor(c, 17179869183), values_11))) AS p1_merged_13,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_12), arrayMap(c -> bitXor(c, 17179869183), p1_felt_17))) AS p1_merged_19
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_11,
                            p1_felt_17,
                            p1_felt_22,
                            customer_key,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_12,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_11,
                                p1_felt_17,
                                p1_felt_22,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)), 4, 0)), if(((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0))), 2, (name = {p12:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)) OR (name = {p12:String}))) AS values_11,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_17,
                                    groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_22
                                FROM events
                                WHERE (name IN ({p9:String}, {p12:String}, {p6:String}, {p13:String}, {p14:String}, {p15:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_28), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(1), n, toUInt128(0)), p1_latest_5, p1_verdict_28)) AS n,
    arrayConcat(p1_verdict_28) AS v,
    arrayConcat(arrayMap(v -> if(v = toUInt8(1), 1., 0.), p1_verdict_28)) AS x,
    arrayConcat(p1_occasion_16) AS w,
    arrayConcat(p1_looked_up_27) AS f;

-- asked-before-we-change: Nothing is changed that you did not ask for
SET param_p1 = '[\'asked-before-we-change\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = '[\'order.changed\', \'contact.opened\', \'order.placed\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_28,
        p1_askings,
        p1_times,
        p1_latest_5,
        p1_occasion_16,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_22, arrayResize(arraySlice(p1_felt_22, 1, 0), length(p1_asks_23), nan)), p1_unsorted_25), p1_merged_26), p1_merged_26), arraySort((i, w) -> w, arrayEnumerate(p1_asks_23), p1_asks_23)) AS p1_looked_up_27
    FROM
    (
        SELECT
            p1_felt_22,
            p1_asks_23,
            p1_unsorted_25,
            customer_key,
            p1_askings,
            p1_times,
            p1_latest_5,
            p1_occasion_16,
            arraySort(p1_unsorted_25) AS p1_merged_26,
            arrayMap((n, l, t) -> if((n != 0) AND (l >= t), toUInt8(1), toUInt8(3)), p1_latest_5, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_7, p1_before_8)), p1_times) AS p1_verdict_28
        FROM
        (
            SELECT
                p1_felt_22,
                p1_asks_23,
                p1_latest_5,
                p1_local_7,
                p1_times,
                customer_key,
                p1_askings,
                p1_occasion_16,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_7) AS p1_before_8,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_17), p1_asks_23) AS p1_unsorted_25
            FROM
            (
                SELECT
                    p1_felt_17,
                    p1_felt_22,
                    p1_latest_5,
                    p1_times,
                    customer_key,
                    p1_askings,
                    arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 60)), arrayMap(n -> (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000), p1_latest_5)) AS p1_local_7,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_13), p1_merged_13), p1_late_12)) AS p1_occasion_16,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_12)) AS p1_asks_23
                FROM
                (
                    SELECT
                        p1_late_12,
                        p1_felt_17,
                        p1_felt_22,
                        p1_times,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_3), p1_merged_3), p1_askings) AS p1_latest_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_12), arrayMap(c -> bitXor(c, 17179869183), values_11))) AS p1_merged_13,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_12), arrayMap(c -> bitXor(c, 17179869183), p1_felt_17))) AS p1_merged_19
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_11,
                            p1_felt_17,
                            p1_felt_22,
                            customer_key,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_12,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_11,
                                p1_felt_17,
                                p1_felt_22,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[5, 2, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)), 4, 0)), if(((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)), 1, (((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0))), 2, (name = {p12:String}), 3, 0))), (((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0)) OR ((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)) OR (name = {p12:String}))) AS values_11,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_17,
                                    groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_score), NULL))) AS p1_felt_22
                                FROM events
                                WHERE (name IN ({p9:String}, {p12:String}, {p6:String}, {p13:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_28), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(1), n, toUInt128(0)), p1_latest_5, p1_verdict_28)) AS n,
    arrayConcat(p1_verdict_28) AS v,
    arrayConcat(arrayMap(v -> if(v = toUInt8(1), 1., 0.), p1_verdict_28)) AS x,
    arrayConcat(p1_occasion_16) AS w,
    arrayConcat(p1_looked_up_27) AS f;

-- shown-before-billed: There is no bill without an order
SET param_p1 = '[\'shown-before-billed\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1]';
SET param_p4 = '[\'order.changed\']';
SET param_p5 = 'bill.sent';
SET param_p6 = '0';
SET param_p7 = '0';
SET param_p8 = '-1';
SET param_p9 = 'order.placed';
SET param_p10 = 'office';
SET param_p11 = 'moving';
SET param_p12 = 'contact.opened';
SET param_p13 = 'move';
SET param_p14 = 'new address';
SET param_p15 = '0';
SET param_p16 = '2';
SET param_p17 = 'order.changed';
SET param_p18 = 'survey.answered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(0) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    x AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_20,
        p1_askings,
        p1_times,
        p1_latest_2,
        p1_occasion_8,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_14, arrayResize(arraySlice(p1_felt_14, 1, 0), length(p1_asks_15), nan)), p1_unsorted_17), p1_merged_18), p1_merged_18), arraySort((i, w) -> w, arrayEnumerate(p1_asks_15), p1_asks_15)) AS p1_looked_up_19
    FROM
    (
        SELECT
            p1_felt_14,
            p1_asks_15,
            p1_unsorted_17,
            customer_key,
            p1_verdict_20,
            p1_askings,
            p1_times,
            p1_latest_2,
            p1_occasion_8,
            arraySort(p1_unsorted_17) AS p1_merged_18
        FROM
        (
            SELECT
                p1_felt_14,
                p1_asks_15,
                customer_key,
                p1_verdict_20,
                p1_askings,
                p1_times,
                p1_latest_2,
                p1_occasion_8,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_9), p1_asks_15) AS p1_unsorted_17
            FROM
            (
                SELECT
                    p1_felt_9,
                    p1_felt_14,
                    customer_key,
                    p1_verdict_20,
                    p1_askings,
                    p1_times,
                    p1_latest_2,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_5), p1_merged_5), p1_late_4)) AS p1_occasion_8,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_11), p1_merged_11), p1_late_4)) AS p1_asks_15
                FROM
                (
                    SELECT
                        p1_late_4,
                        p1_felt_9,
                        p1_felt_14,
                        customer_key,
                        p1_askings,
                        p1_times,
                        p1_latest_2,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), values_3))) AS p1_merged_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), p1_felt_9))) AS p1_merged_11,
                        arrayMap((n, l, t) -> if((n != 0) AND (l >= t), toUInt8(1), toUInt8(3)), p1_latest_2, p1_times, p1_times) AS p1_verdict_20
                    FROM
                    (
                        SELECT
                            values_3,
                            p1_felt_9,
                            p1_felt_14,
                            customer_key,
                            p1_askings,
                            arrayMap((x, a) -> if(empty(arrayMap(c -> tupleElement(c, 1), arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) <= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('1208925819614577635098623')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull(((-tupleElement(c, 3)) != tupleElement(a, 2)), 0))), p1_first_paired))), toUInt128(0), bitXor(arrayMax(arrayMap(e -> bitXor(e, 17179869183), arrayMap(c -> tupleElement(c, 1), arrayFilter(c -> (((bitAnd(toInt64(bitShiftRight(tupleElement(c, 1), 36)), 17592186044415) - 2208988800000) <= (bitAnd(toInt64(bitShiftRight(x, 36)), 17592186044415) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('1208925819614577635098623')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull(((-tupleElement(c, 3)) != tupleElement(a, 2)), 0))), p1_first_paired)))), 17179869183)), p1_askings, p1_asked) AS p1_latest_2,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_4,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                p1_first_paired,
                                p1_asked,
                                values_3,
                                p1_felt_9,
                                p1_felt_14,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull(((p_amount > {p6:Float64}) AND (NOT ((toString(p_items) = {p7:String}) OR (toString(p_items) = {p8:String})))), 0)), 1, 0)), if(((name = {p9:String}) AND ifNull((p_business OR (position(lower(p_product), {p10:String}) > 0)), 0)), 2, 0)), if(((name = {p9:String}) AND ifNull(startsWith(`p_referred by`, {p11:String}), 0)), 2, 0)), if(((name = {p12:String}) AND ifNull(((p_topic = {p13:String}) OR (p_topic = {p14:String})), 0)), 2, 0))) AS marks,
                                    arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), multiIf(name = {p9:String}, 0, 1), p_price), ((name = {p9:String}) AND ifNull(((p_price > {p15:Int64}) AND ((p_months % nullIf({p16:Int64}, 0)) = {p15:Int64})), 0)))) AS p1_first_paired,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p9:String}) AND ifNull((p_business OR (position(lower(p_product), {p10:String}) > 0)), 0)), 1, (((name = {p9:String}) AND ifNull(startsWith(`p_referred by`, {p11:String}), 0)) OR ((name = {p12:String}) AND ifNull(((p_topic = {p13:String}) OR (p_topic = {p14:String})), 0))), 2, (name = {p17:String}), 3, 0))), (((name = {p9:String}) AND ifNull((p_business OR (position(lower(p_product), {p10:String}) > 0)), 0)) OR ((name = {p9:String}) AND ifNull(startsWith(`p_referred by`, {p11:String}), 0)) OR ((name = {p12:String}) AND ifNull(((p_topic = {p13:String}) OR (p_topic = {p14:String})), 0)) OR (name = {p17:String}))) AS values_3,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p18:String}, toFloat64(p_score), NULL))) AS p1_felt_9,
                                    groupArrayIf(ifNull(multiIf(name = {p18:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p18:String}, toFloat64(p_score), NULL))) AS p1_felt_14,
                                    arraySort(groupArrayIf((bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), p_amount), ((name = {p5:String}) AND ifNull(((p_amount > {p6:Float64}) AND (NOT ((toString(p_items) = {p7:String}) OR (toString(p_items) = {p8:String})))), 0)))) AS p1_asked
                                FROM events
                                WHERE (name IN ({p5:String}, {p12:String}, {p17:String}, {p9:String}, {p18:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY
                                    customer_key,
                                    toUInt64(0)
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_20), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(1), n, toUInt128(0)), p1_latest_2, p1_verdict_20)) AS n,
    arrayConcat(p1_verdict_20) AS v,
    arrayConcat(arrayMap(v -> if(v = toUInt8(1), 1., 0.), p1_verdict_20)) AS x,
    arrayConcat(p1_occasion_8) AS w,
    arrayConcat(p1_looked_up_19) AS f;

-- promised-in-season: Before Christmas we are faster
SET param_p1 = '[\'promised-in-season\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'line.connected\', \'order.changed\']';
SET param_p5 = 'order.placed';
SET param_p6 = '2026-11-01';
SET param_p7 = '2026-12-24';
SET param_p8 = '1798131600000';
SET param_p9 = '1790812800000';
SET param_p10 = '86400';
SET param_p11 = '2';
SET param_p12 = '5400';
SET param_p13 = '3600';
SET param_p14 = '72';
SET param_p15 = '12';
SET param_p16 = '1';
SET param_p17 = '0';
SET param_p18 = 'office';
SET param_p19 = 'moving';
SET param_p20 = 'contact.opened';
SET param_p21 = 'move';
SET param_p22 = 'new address';
SET param_p23 = 'order.changed';
SET param_p24 = 'survey.answered';
SET param_p25 = 'line.connected';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, toInt64(-4611686018427387904), d - asked_ms) AS due_in,
    if(n = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    {p3:Array(Float64)}[p] AS delivered_number,
    {p3:Array(Float64)}[p] AS expected_number,
    if(toInt64(-4611686018427387904) <= -4611686018427387903, nan, (toInt64(-4611686018427387904) - asked_ms) / 1000) AS target_number,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    toInt8(-1) AS met_target,
    f AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_24,
        p1_askings,
        p1_due_6,
        p1_answer_25,
        p1_occasion_12,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_18, arrayResize(arraySlice(p1_felt_18, 1, 0), length(p1_asks_19), nan)), p1_unsorted_21), p1_merged_22), p1_merged_22), arraySort((i, w) -> w, arrayEnumerate(p1_asks_19), p1_asks_19)) AS p1_looked_up_23
    FROM
    (
        SELECT
            p1_felt_18,
            p1_asks_19,
            p1_unsorted_21,
            customer_key,
            p1_verdict_24,
            p1_askings,
            p1_due_6,
            p1_answer_25,
            p1_occasion_12,
            arraySort(p1_unsorted_21) AS p1_merged_22
        FROM
        (
            SELECT
                p1_felt_18,
                p1_asks_19,
                customer_key,
                p1_verdict_24,
                p1_askings,
                p1_due_6,
                p1_answer_25,
                p1_occasion_12,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_13), p1_asks_19) AS p1_unsorted_21
            FROM
            (
                SELECT
                    p1_felt_13,
                    p1_felt_18,
                    customer_key,
                    p1_askings,
                    p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_9), p1_merged_9), p1_late_8)) AS p1_occasion_12,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_15), p1_merged_15), p1_late_8)) AS p1_asks_19,
                    arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_6, p1_due_6) AS p1_verdict_24,
                    p1_first_5 AS p1_answer_25
                FROM
                (
                    SELECT
                        p1_late_8,
                        p1_felt_13,
                        p1_felt_18,
                        p1_due_6,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_8), arrayMap(c -> bitXor(c, 17179869183), values_7))) AS p1_merged_9,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_8), arrayMap(c -> bitXor(c, 17179869183), p1_felt_13))) AS p1_merged_15
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_7,
                            p1_felt_13,
                            p1_felt_18,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(t -> (t + 261000000), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_due_6,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_8
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_7,
                                p1_felt_13,
                                p1_felt_18,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull(((((((((p_wanted_by >= toDate32({p6:String})) AND (p_wanted_by <= toDate32({p7:String}))) AND (toUnixTimestamp64Milli(p_slot_start) < {p8:Int64})) AND (((toUnixTimestamp64Milli(p_slot_start) - {p9:Int64}) / 1000) > {p10:Float64})) AND ((p_patience * {p11:Int64}) > {p12:Float64})) AND ((p_patience / nullIf({p13:Float64}, 0)) <= {p14:Float64})) AND (((toInt64(trunc(p_price)) + (p_months * {p15:Int64})) - {p16:Int64}) > {p17:Int64})) AND (p_business = false)), 0)), 1, 0)), if(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p18:String}) > 0)), 0)), 4, 0)), if(((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p19:String}), 0)), 4, 0)), if(((name = {p20:String}) AND ifNull(((p_topic = {p21:String}) OR (p_topic = {p22:String})), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p18:String}) > 0)), 0)), 1, (((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p19:String}), 0)) OR ((name = {p20:String}) AND ifNull(((p_topic = {p21:String}) OR (p_topic = {p22:String})), 0))), 2, (name = {p23:String}), 3, 0))), (((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p18:String}) > 0)), 0)) OR ((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p19:String}), 0)) OR ((name = {p20:String}) AND ifNull(((p_topic = {p21:String}) OR (p_topic = {p22:String})), 0)) OR (name = {p23:String}))) AS values_7,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p24:String}, toFloat64(p_score), NULL))) AS p1_felt_13,
                                    groupArrayIf(ifNull(multiIf(name = {p24:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p24:String}, toFloat64(p_score), NULL))) AS p1_felt_18
                                FROM events
                                WHERE (name IN ({p20:String}, {p25:String}, {p23:String}, {p5:String}, {p24:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                                GROUP BY customer_key
                            )
                        )
                    )
                )
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_24), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_answer_25) AS n,
    arrayConcat(p1_verdict_24) AS v,
    arrayConcat(p1_occasion_12) AS w,
    arrayConcat(p1_looked_up_23) AS f;
