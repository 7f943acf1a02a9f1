-- washing-within-a-week: Delivered, installed and washing within a week
SET param_p1 = '[\'washing-within-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'order.placed\', \'installation.completed\', \'order.cancelled\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'installation.completed';
SET param_p14 = 'order.cancelled';
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
        p1_verdict_50,
        p1_askings,
        p1_chosen_28,
        p1_target_52,
        p1_occasion_38,
        p1_looked_up_49,
        arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_first_5, p1_verdict_50) AS p1_answer_51
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_chosen_28,
            p1_target_52,
            p1_occasion_38,
            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_44, arrayResize(arraySlice(p1_felt_44, 1, 0), length(p1_asks_45), nan)), p1_unsorted_47), p1_merged_48), p1_merged_48), arraySort((i, w) -> w, arrayEnumerate(p1_asks_45), p1_asks_45)) AS p1_looked_up_49,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_chosen_28, p1_chosen_28) AS p1_verdict_50
        FROM
        (
            SELECT
                p1_felt_44,
                p1_asks_45,
                p1_unsorted_47,
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                p1_occasion_38,
                arrayMap((o, w1, w2, w3) -> multiIf(o = 1, w2, o = 3, w3, w1), p1_occasion_27, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_17, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_18, p1_before_19, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_18, p1_before_19))) AS p1_chosen_28,
                arraySort(p1_unsorted_47) AS p1_merged_48,
                p1_due_17 AS p1_target_52
            FROM
            (
                SELECT
                    p1_occasion_27,
                    p1_local_10,
                    p1_before_11,
                    p1_local_18,
                    p1_before_19,
                    p1_felt_44,
                    p1_asks_45,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_14, p1_before_15)) AS p1_due_17,
                    p1_occasion_27 AS p1_occasion_38,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_39), p1_asks_45) AS p1_unsorted_47
                FROM
                (
                    SELECT
                        p1_local_14,
                        p1_local_10,
                        p1_local_18,
                        p1_felt_39,
                        p1_felt_44,
                        p1_first_5,
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_10) AS p1_before_11,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_14) AS p1_before_15,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_18) AS p1_before_19,
                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_24), p1_merged_24), p1_late_23)) AS p1_occasion_27,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_41), p1_merged_41), p1_late_23)) AS p1_asks_45
                    FROM
                    (
                        SELECT
                            p1_late_23,
                            p1_felt_39,
                            p1_felt_44,
                            p1_merged_7,
                            p1_askings,
                            customer_key,
                            arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_10,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 4)), p1_times) AS p1_local_14,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 10)), p1_times) AS p1_local_18,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_23), arrayMap(c -> bitXor(c, 17179869183), values_22))) AS p1_merged_24,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_23), arrayMap(c -> bitXor(c, 17179869183), p1_felt_39))) AS p1_merged_41
                        FROM
                        (
                            SELECT
                                p1_askings,
                                values_22,
                                p1_felt_39,
                                p1_felt_44,
                                customer_key,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                                arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_23
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_22,
                                    p1_felt_39,
                                    p1_felt_44,
                                    customer_key,
                                    arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 8, 0))) AS marks,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_22,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_39,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_44
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p13:String}, {p14:String}, {p6:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_50), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_chosen_28) AS d,
    arrayConcat(p1_answer_51) AS n,
    arrayConcat(p1_verdict_50) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_51, p1_verdict_50, p1_target_52)) AS o,
    arrayConcat(p1_target_52) AS h,
    arrayConcat(p1_occasion_38) AS w,
    arrayConcat(p1_looked_up_49) AS f;

-- arrives-on-the-day: Your machine comes by the day we named
SET param_p1 = '[\'arrives-on-the-day\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'order.placed\', \'parcel.delivered\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'Europe/Helsinki';
SET param_p12 = 'review.given';
SET param_p13 = 'order.cancelled';
SET param_p14 = 'parcel.delivered';
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
                    arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_gathered_11, p1_gathered_11) AS p1_verdict_30
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
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)), 8, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)), 8, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)), 8, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)), 8, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0))) AS marks,
                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_promised_for, 1), 3, {p11:String})) - 1), -4611686018427387903), (name = {p5:String})) AS values_10,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0))), 1, (((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0))), 2, (((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0))), 3, (((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0))), 4, 0))), (((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_24
                                    FROM events
                                    WHERE (name IN ({p7:String}, {p13:String}, {p5:String}, {p14:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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

-- electrician-when-named: The electrician is there by the hour we named
SET param_p1 = '[\'electrician-when-named\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'installation.booked\', \'installation.started\', \'installation.moved\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'installation.booked';
SET param_p12 = 'review.given';
SET param_p13 = 'installation.moved';
SET param_p14 = 'installation.started';
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
        p1_due_36,
        p1_answer_35,
        p1_occasion_22,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_28, arrayResize(arraySlice(p1_felt_28, 1, 0), length(p1_asks_29), nan)), p1_unsorted_31), p1_merged_32), p1_merged_32), arraySort((i, w) -> w, arrayEnumerate(p1_asks_29), p1_asks_29)) AS p1_looked_up_33
    FROM
    (
        SELECT
            p1_felt_28,
            p1_asks_29,
            p1_unsorted_31,
            customer_key,
            p1_verdict_34,
            p1_askings,
            p1_due_36,
            p1_answer_35,
            p1_occasion_22,
            arraySort(p1_unsorted_31) AS p1_merged_32
        FROM
        (
            SELECT
                p1_felt_28,
                p1_asks_29,
                customer_key,
                p1_verdict_34,
                p1_askings,
                p1_due_36,
                p1_occasion_22,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_23), p1_asks_29) AS p1_unsorted_31,
                arrayMap((n, b, v) -> if((v = toUInt8(5)) OR (v = toUInt8(6)) OR ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt128(0), n), p1_first_5, p1_first_9, p1_verdict_34) AS p1_answer_35
            FROM
            (
                SELECT
                    p1_felt_23,
                    p1_felt_28,
                    p1_first_5,
                    p1_first_9,
                    customer_key,
                    p1_askings,
                    p1_due_36,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_18)) AS p1_occasion_22,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_25), p1_merged_25), p1_late_18)) AS p1_asks_29,
                    arrayMap((n, b, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((b = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= (bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), ((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt8(3), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_first_9, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_11), p1_merged_11), p1_askings), p1_gathered_15, p1_gathered_15) AS p1_verdict_34
                FROM
                (
                    SELECT
                        p1_late_18,
                        p1_felt_23,
                        p1_felt_28,
                        p1_merged_11,
                        p1_askings,
                        p1_gathered_15,
                        customer_key,
                        p1_due_36,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings) AS p1_first_9,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), values_17))) AS p1_merged_19,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), p1_felt_23))) AS p1_merged_25
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_17,
                            p1_felt_23,
                            p1_felt_28,
                            p1_gathered_15,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 8) != 0), elements, marks)))) AS p1_merged_11,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_18,
                            p1_gathered_15 AS p1_due_36
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_17,
                                p1_felt_23,
                                p1_felt_28,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, values_14, of_1) AS p1_gathered_15
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_14,
                                    values_17,
                                    p1_felt_23,
                                    p1_felt_28,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[1, 2, 4, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)), 16, 0))) AS marks,
                                        groupArrayIf(ifNull(toInt64(toUnixTimestamp64Milli(p_here_by)), -4611686018427387903), (name = {p11:String})) AS values_14,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0))), 1, (((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0))), 2, (((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0))), 3, (((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0))), 4, 0))), (((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) AS values_17,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_23,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_28
                                    FROM events
                                    WHERE (name IN ({p7:String}, {p11:String}, {p13:String}, {p14:String}, {p15:String}, {p5:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_34), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_36, p1_verdict_34)) AS d,
    arrayConcat(p1_answer_35) AS n,
    arrayConcat(p1_verdict_34) AS v,
    arrayConcat(p1_occasion_22) AS w,
    arrayConcat(p1_looked_up_33) AS f;

-- arrives-whole: It arrives undamaged
SET param_p1 = '[\'arrives-whole\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[0]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'parcel.shipped\', \'parcel.damaged\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'parcel.damaged';
SET param_p14 = 'parcel.shipped';
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
        p1_verdict_14,
        p1_askings,
        p1_due_6,
        p1_deciding_13,
        p1_occasion_20,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_26, arrayResize(arraySlice(p1_felt_26, 1, 0), length(p1_asks_27), nan)), p1_unsorted_29), p1_merged_30), p1_merged_30), arraySort((i, w) -> w, arrayEnumerate(p1_asks_27), p1_asks_27)) AS p1_looked_up_31
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_26,
            p1_asks_27,
            p1_unsorted_29,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_13,
            p1_occasion_20,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776027600000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_13, p1_due_6) AS p1_verdict_14,
            arraySort(p1_unsorted_29) AS p1_merged_30
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_26,
                p1_asks_27,
                customer_key,
                p1_askings,
                p1_occasion_20,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_10), p1_merged_10), p1_askings), p1_due_6) AS p1_deciding_13,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_21), p1_asks_27) AS p1_unsorted_29
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_merged_10,
                    p1_felt_21,
                    p1_felt_26,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_17), p1_merged_17), p1_late_16)) AS p1_occasion_20,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_16)) AS p1_asks_27
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_merged_10,
                        p1_late_16,
                        p1_felt_21,
                        p1_felt_26,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), values_15))) AS p1_merged_17,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), p1_felt_21))) AS p1_merged_23
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_15,
                            p1_felt_21,
                            p1_felt_26,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 14)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_10,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_16
                        FROM
                        (
                            SELECT
                                values_15,
                                p1_felt_21,
                                p1_felt_26,
                                customer_key,
                                arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_15,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_21,
                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_26
                                FROM events
                                WHERE (name IN ({p8:String}, {p6:String}, {p13:String}, {p14:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_14), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_13) AS n,
    arrayConcat(p1_verdict_14) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_20) AS w,
    arrayConcat(p1_looked_up_31) AS f;

-- told-before-you-ask: If something goes wrong, we tell you before you have to ask
SET param_p1 = '[\'told-before-you-ask\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p5 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 216000000, 252000000, 288000000, 324000000, 360000000, 396000000, 432000000, 468000000, 504000000, 540000000, 576000000, 612000000, 648000000, 684000000, 720000000, 756000000, 792000000, 828000000, 864000000, 900000000, 936000000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000]';
SET param_p6 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31]';
SET param_p7 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p8 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p9 = 'Europe/Helsinki';
SET param_p10 = '[\'parcel.damaged\', \'customer.told\']';
SET param_p11 = 'contact.opened';
SET param_p12 = 'damage';
SET param_p13 = 'order.placed';
SET param_p14 = 'broken';
SET param_p15 = 'claim.opened';
SET param_p16 = 'moving';
SET param_p17 = 'gift';
SET param_p18 = 'upgrade';
SET param_p19 = 'review.given';
SET param_p20 = 'customer.told';
SET param_p21 = 'parcel.damaged';
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
        p1_verdict_32,
        p1_askings,
        p1_due_14,
        p1_answer_33,
        p1_occasion_20,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_26, arrayResize(arraySlice(p1_felt_26, 1, 0), length(p1_asks_27), nan)), p1_unsorted_29), p1_merged_30), p1_merged_30), arraySort((i, w) -> w, arrayEnumerate(p1_asks_27), p1_asks_27)) AS p1_looked_up_31
    FROM
    (
        SELECT
            p1_felt_26,
            p1_asks_27,
            p1_unsorted_29,
            customer_key,
            p1_verdict_32,
            p1_askings,
            p1_due_14,
            p1_occasion_20,
            arraySort(p1_unsorted_29) AS p1_merged_30,
            arrayMap((n, b, v) -> if(((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt128(0), n), p1_first_5, p1_first_9, p1_verdict_32) AS p1_answer_33
        FROM
        (
            SELECT
                p1_felt_26,
                p1_asks_27,
                p1_first_5,
                p1_first_9,
                customer_key,
                p1_askings,
                p1_due_14,
                p1_occasion_20,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_21), p1_asks_27) AS p1_unsorted_29,
                arrayMap((n, b, h, d) -> multiIf(((b != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(b, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000)))), toUInt8(3), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_first_9, p1_due_14, p1_due_14) AS p1_verdict_32
            FROM
            (
                SELECT
                    p1_felt_21,
                    p1_felt_26,
                    p1_first_5,
                    p1_first_9,
                    customer_key,
                    p1_askings,
                    arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_11, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 32))), p1_wanted_11, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_11))) AS p1_due_14,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_17), p1_merged_17), p1_late_16)) AS p1_occasion_20,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_16)) AS p1_asks_27
                FROM
                (
                    SELECT
                        p1_late_16,
                        p1_felt_21,
                        p1_felt_26,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings) AS p1_first_9,
                        arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, arrayMap((t, f) -> (f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p9:String})) * 1000)), 86400000) - 20512) + 1), p1_times)))) AS p1_wanted_11,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), values_15))) AS p1_merged_17,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), p1_felt_21))) AS p1_merged_23
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_15,
                            p1_felt_21,
                            p1_felt_26,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_16
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_15,
                                p1_felt_21,
                                p1_felt_26,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_topic = {p12:String}), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)), 8, 0)), if(((name = {p15:String}) AND ifNull((p_reason = {p14:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)), 8, 0)), if(((name = {p15:String}) AND ifNull((p_reason = {p16:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p17:String}), 0)), 8, 0)), if(((name = {p15:String}) AND ifNull((p_reason = {p17:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p18:String}), 0)), 8, 0)), if(((name = {p15:String}) AND ifNull((p_reason = {p18:String}), 0)), 8, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p14:String}), 0))), 1, (((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p16:String}), 0))), 2, (((name = {p13:String}) AND ifNull((p_reason = {p17:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p17:String}), 0))), 3, (((name = {p13:String}) AND ifNull((p_reason = {p18:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p18:String}), 0))), 4, 0))), (((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p17:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p17:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p18:String}), 0)) OR ((name = {p15:String}) AND ifNull((p_reason = {p18:String}), 0)))) AS values_15,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p19:String}, toFloat64(p_stars), NULL))) AS p1_felt_21,
                                    groupArrayIf(ifNull(multiIf(name = {p19:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p19:String}, toFloat64(p_stars), NULL))) AS p1_felt_26
                                FROM events
                                WHERE (name IN ({p15:String}, {p11:String}, {p20:String}, {p13:String}, {p21:String}, {p19:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_32), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_14) AS d,
    arrayConcat(p1_answer_33) AS n,
    arrayConcat(p1_verdict_32) AS v,
    arrayConcat(p1_occasion_20) AS w,
    arrayConcat(p1_looked_up_31) AS f;

-- replaced-within-a-week: A damaged machine is replaced within a week
SET param_p1 = '[\'replaced-within-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'claim.opened\', \'replacement.delivered\', \'order.cancelled\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'order.cancelled';
SET param_p14 = 'replacement.delivered';
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
        p1_verdict_46,
        p1_askings,
        p1_chosen_24,
        p1_target_48,
        p1_occasion_34,
        p1_looked_up_45,
        arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_first_5, p1_verdict_46) AS p1_answer_47
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_chosen_24,
            p1_target_48,
            p1_occasion_34,
            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_40, arrayResize(arraySlice(p1_felt_40, 1, 0), length(p1_asks_41), nan)), p1_unsorted_43), p1_merged_44), p1_merged_44), arraySort((i, w) -> w, arrayEnumerate(p1_asks_41), p1_asks_41)) AS p1_looked_up_45,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_chosen_24, p1_chosen_24) AS p1_verdict_46
        FROM
        (
            SELECT
                p1_felt_40,
                p1_asks_41,
                p1_unsorted_43,
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                p1_occasion_34,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_23, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_17) AS p1_chosen_24,
                arraySort(p1_unsorted_43) AS p1_merged_44,
                p1_due_17 AS p1_target_48
            FROM
            (
                SELECT
                    p1_occasion_23,
                    p1_local_10,
                    p1_before_11,
                    p1_felt_40,
                    p1_asks_41,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_14, p1_before_15)) AS p1_due_17,
                    p1_occasion_23 AS p1_occasion_34,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_35), p1_asks_41) AS p1_unsorted_43
                FROM
                (
                    SELECT
                        p1_local_14,
                        p1_local_10,
                        p1_felt_35,
                        p1_felt_40,
                        p1_first_5,
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_10) AS p1_before_11,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_14) AS p1_before_15,
                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_20), p1_merged_20), p1_late_19)) AS p1_occasion_23,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_37), p1_merged_37), p1_late_19)) AS p1_asks_41
                    FROM
                    (
                        SELECT
                            p1_late_19,
                            p1_felt_35,
                            p1_felt_40,
                            p1_merged_7,
                            p1_askings,
                            customer_key,
                            arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_10,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_14,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), values_18))) AS p1_merged_20,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), p1_felt_35))) AS p1_merged_37
                        FROM
                        (
                            SELECT
                                p1_askings,
                                values_18,
                                p1_felt_35,
                                p1_felt_40,
                                customer_key,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                                arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_19
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    values_18,
                                    p1_felt_35,
                                    p1_felt_40,
                                    customer_key,
                                    arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_claim_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 8, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 8, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 8, 0))) AS marks,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_claim_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_18,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_claim_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_35,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_40
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p13:String}, {p6:String}, {p14:String}, {p12:String})) AND (k_claim_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_46), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_chosen_24) AS d,
    arrayConcat(p1_answer_47) AS n,
    arrayConcat(p1_verdict_46) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_47, p1_verdict_46, p1_target_48)) AS o,
    arrayConcat(p1_target_48) AS h,
    arrayConcat(p1_occasion_34) AS w,
    arrayConcat(p1_looked_up_45) AS f;

-- old-machine-goes: We take your old machine with us
SET param_p1 = '[\'old-machine-goes\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'old-machine.collected\', \'order.cancelled\', \'installation.completed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'installation.completed';
SET param_p13 = 'old-machine.collected';
SET param_p14 = 'order.cancelled';
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
        p1_verdict_32,
        p1_askings,
        p1_due_34,
        p1_answer_33,
        p1_occasion_20,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_26, arrayResize(arraySlice(p1_felt_26, 1, 0), length(p1_asks_27), nan)), p1_unsorted_29), p1_merged_30), p1_merged_30), arraySort((i, w) -> w, arrayEnumerate(p1_asks_27), p1_asks_27)) AS p1_looked_up_31
    FROM
    (
        SELECT
            p1_felt_26,
            p1_asks_27,
            p1_unsorted_29,
            customer_key,
            p1_verdict_32,
            p1_askings,
            p1_due_34,
            p1_answer_33,
            p1_occasion_20,
            arraySort(p1_unsorted_29) AS p1_merged_30
        FROM
        (
            SELECT
                p1_felt_26,
                p1_asks_27,
                customer_key,
                p1_verdict_32,
                p1_askings,
                p1_due_34,
                p1_occasion_20,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_21), p1_asks_27) AS p1_unsorted_29,
                arrayMap((n, v) -> if((v = toUInt8(5)) OR (v = toUInt8(6)), toUInt128(0), n), p1_first_5, p1_verdict_32) AS p1_answer_33
            FROM
            (
                SELECT
                    p1_felt_21,
                    p1_felt_26,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_due_34,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_17), p1_merged_17), p1_late_16)) AS p1_occasion_20,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_16)) AS p1_asks_27,
                    arrayMap((n, u, e, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, if(e != 0, toUInt8(3), toUInt8(4)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_11), p1_merged_11), p1_askings), p1_due_14, p1_due_14) AS p1_verdict_32
                FROM
                (
                    SELECT
                        p1_late_16,
                        p1_felt_21,
                        p1_felt_26,
                        p1_merged_7,
                        p1_askings,
                        p1_merged_11,
                        p1_due_14,
                        customer_key,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), values_15))) AS p1_merged_17,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), p1_felt_21))) AS p1_merged_23,
                        p1_due_14 AS p1_due_34
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_15,
                            p1_felt_21,
                            p1_felt_26,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 8) != 0), elements, marks)))) AS p1_merged_11,
                            arrayMap(t -> toInt64(-4611686018427387904), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_due_14,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_16
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_15,
                                p1_felt_21,
                                p1_felt_26,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p4:Array(String)}, CAST('[2, 12, 8]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_takes_old = true), 0)), 1, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)), 16, 0)), if(((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)), 16, 0)), if(((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)), 16, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0))), 1, (((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0))), 2, (((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0))), 3, (((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0))), 4, 0))), (((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) AS values_15,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p11:String}, toFloat64(p_stars), NULL))) AS p1_felt_21,
                                    groupArrayIf(ifNull(multiIf(name = {p11:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p11:String}, toFloat64(p_stars), NULL))) AS p1_felt_26
                                FROM events
                                WHERE (name IN ({p7:String}, {p12:String}, {p13:String}, {p14:String}, {p5:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_32), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_34, p1_verdict_32)) AS d,
    arrayConcat(p1_answer_33) AS n,
    arrayConcat(p1_verdict_32) AS v,
    arrayConcat(p1_occasion_20) AS w,
    arrayConcat(p1_looked_up_31) AS f;

-- tested-before-it-leaves: Every machine is tested before it leaves
SET param_p1 = '[\'tested-before-it-leaves\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'parcel.shipped\', \'machine.tested\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'machine.tested';
SET param_p14 = 'parcel.shipped';
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
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_11,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_17,
                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_22
                                FROM events
                                WHERE (name IN ({p8:String}, {p13:String}, {p6:String}, {p14:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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

-- price-as-quoted: You pay what we quoted
SET param_p1 = '[\'price-as-quoted\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[0]';
SET param_p4 = '1e-9';
SET param_p5 = '[\'invoice.sent\', \'quote.given\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'invoice.sent';
SET param_p13 = 'quote.given';
SET param_p14 = 'review.given';
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
    if(toUInt128(0) = 0, toInt64(-4611686018427387904), (bitAnd(toInt64(bitShiftRight(toUInt128(0), 36)), 17592186044415) - 2208988800000) - asked_ms) AS answered_in,
    bitAnd(toUInt64(toUInt128(0)), 17179869183) AS answer_key,
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
        p1_times,
        p1_measured_15,
        p1_occasion_22,
        arrayMap(m -> multiIf(isNaN(m), toUInt8(7), (m <= {p4:Float64}), toUInt8(1), toUInt8(3)), p1_measured_15) AS p1_verdict_16,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_28, arrayResize(arraySlice(p1_felt_28, 1, 0), length(p1_asks_29), nan)), p1_unsorted_31), p1_merged_32), p1_merged_32), arraySort((i, w) -> w, arrayEnumerate(p1_asks_29), p1_asks_29)) AS p1_looked_up_33
    FROM
    (
        SELECT
            p1_felt_28,
            p1_asks_29,
            p1_unsorted_31,
            customer_key,
            p1_askings,
            p1_times,
            p1_occasion_22,
            arrayMap((a, w1, w2) -> ifNull(toFloat64((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), nan), p1_askings, arraySort((v, e) -> e, values_6, of_1), arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_8, arrayResize(arraySlice(values_8, 1, 0), length(p1_asks_10), nan)), p1_unsorted_12), p1_merged_13), p1_merged_13), arraySort((i, w) -> w, arrayEnumerate(p1_asks_10), p1_asks_10))) AS p1_measured_15,
            arraySort(p1_unsorted_31) AS p1_merged_32
        FROM
        (
            SELECT
                p1_askings,
                values_6,
                of_1,
                values_8,
                p1_asks_10,
                p1_unsorted_12,
                p1_felt_28,
                p1_asks_29,
                customer_key,
                p1_times,
                p1_occasion_22,
                arraySort(p1_unsorted_12) AS p1_merged_13,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_23), p1_asks_29) AS p1_unsorted_31
            FROM
            (
                SELECT
                    p1_askings,
                    values_6,
                    of_1,
                    values_8,
                    p1_asks_10,
                    p1_felt_23,
                    p1_felt_28,
                    customer_key,
                    p1_times,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_2), p1_asks_10) AS p1_unsorted_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_18)) AS p1_occasion_22,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_25), p1_merged_25), p1_late_18)) AS p1_asks_29
                FROM
                (
                    SELECT
                        of_2,
                        p1_askings,
                        values_6,
                        of_1,
                        values_8,
                        p1_late_18,
                        p1_felt_23,
                        p1_felt_28,
                        customer_key,
                        p1_times,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_3), p1_merged_3), p1_askings)) AS p1_asks_10,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), values_17))) AS p1_merged_19,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_18), arrayMap(c -> bitXor(c, 17179869183), p1_felt_23))) AS p1_merged_25
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_6,
                            of_1,
                            values_8,
                            values_17,
                            p1_felt_23,
                            p1_felt_28,
                            customer_key,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), of_2))) AS p1_merged_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_18,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                of_2,
                                values_6,
                                of_1,
                                values_8,
                                values_17,
                                p1_felt_23,
                                p1_felt_28,
                                customer_key,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    values_6,
                                    values_8,
                                    values_17,
                                    p1_felt_23,
                                    p1_felt_28,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1,
                                    arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0))) AS marks,
                                        groupArrayIf(ifNull(p_amount, nan), (name = {p12:String})) AS values_6,
                                        groupArrayIf(ifNull(p_amount, nan), (name = {p13:String})) AS values_8,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_17,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p14:String}, toFloat64(p_stars), NULL))) AS p1_felt_23,
                                        groupArrayIf(ifNull(multiIf(name = {p14:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p14:String}, toFloat64(p_stars), NULL))) AS p1_felt_28
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p12:String}, {p6:String}, {p13:String}, {p14:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_16), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(p1_verdict_16) AS v,
    arrayConcat(p1_measured_15) AS x,
    arrayConcat(p1_occasion_22) AS w,
    arrayConcat(p1_looked_up_33) AS f;

-- somebody-asks: Somebody asks you whether it washes well
SET param_p1 = '[\'somebody-asks\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'installation.completed\', \'care.called\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'care.called';
SET param_p14 = 'installation.completed';
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
        p1_verdict_15,
        p1_askings,
        p1_due_6,
        p1_deciding_14,
        p1_occasion_21,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_27, arrayResize(arraySlice(p1_felt_27, 1, 0), length(p1_asks_28), nan)), p1_unsorted_30), p1_merged_31), p1_merged_31), arraySort((i, w) -> w, arrayEnumerate(p1_asks_28), p1_asks_28)) AS p1_looked_up_32
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_27,
            p1_asks_28,
            p1_unsorted_30,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_14,
            p1_occasion_21,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(1), 1776027600000 <= d, toUInt8(4), toUInt8(3)), p1_deciding_14, p1_due_6) AS p1_verdict_15,
            arraySort(p1_unsorted_30) AS p1_merged_31
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_27,
                p1_asks_28,
                customer_key,
                p1_askings,
                p1_occasion_21,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arraySort((v, m) -> m, arrayConcat(p1_askings, arrayShiftLeft(p1_sorted_10, 0)), p1_unsorted_11), p1_merged_12), p1_merged_12), p1_askings), p1_due_6) AS p1_deciding_14,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_22), p1_asks_28) AS p1_unsorted_30
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_sorted_10,
                    p1_unsorted_11,
                    p1_felt_22,
                    p1_felt_27,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arraySort(p1_unsorted_11) AS p1_merged_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_24), p1_merged_24), p1_late_17)) AS p1_asks_28
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_sorted_10,
                        p1_late_17,
                        p1_felt_22,
                        p1_felt_27,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arrayConcat(p1_askings, p1_sorted_10) AS p1_unsorted_11,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_22))) AS p1_merged_24
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_16,
                            p1_felt_22,
                            p1_felt_27,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 21)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayMap(c -> bitOr(c, 17179869184), of_2)) AS p1_sorted_10,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                        FROM
                        (
                            SELECT
                                values_16,
                                p1_felt_22,
                                p1_felt_27,
                                customer_key,
                                arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_16,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_22,
                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_27
                                FROM events
                                WHERE (name IN ({p13:String}, {p8:String}, {p14:String}, {p6:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_15), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_14) AS n,
    arrayConcat(p1_verdict_15) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_21) AS w,
    arrayConcat(p1_looked_up_32) AS f;

-- solved-for-good: Your trouble is solved within two working days, and stays solved
SET param_p1 = '[\'solved-for-good\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p5 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p6 = 'Europe/Helsinki';
SET param_p7 = '[1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]';
SET param_p9 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p10 = '[\'contact.opened\', \'contact.solved\', \'contact.reopened\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'broken';
SET param_p13 = 'claim.opened';
SET param_p14 = 'moving';
SET param_p15 = 'gift';
SET param_p16 = 'upgrade';
SET param_p17 = 'review.given';
SET param_p18 = 'contact.opened';
SET param_p19 = 'contact.reopened';
SET param_p20 = 'contact.solved';
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
        p1_askings,
        p1_due_19,
        p1_answer_46,
        p1_target_47,
        p1_occasion_33,
        p1_looked_up_44,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_11, p1_due_19, p1_due_19) AS p1_verdict_45
    FROM
    (
        SELECT
            p1_first_11,
            customer_key,
            p1_askings,
            p1_answer_46,
            p1_occasion_33,
            p1_looked_up_44,
            arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_16, p1_before_17, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_16, p1_before_17)), p1_due_day_15) AS p1_due_19,
            arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_24, p1_before_25, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_24, p1_before_25)), p1_due_day_23) AS p1_target_47
        FROM
        (
            SELECT
                p1_local_16,
                p1_due_day_15,
                p1_first_11,
                p1_local_24,
                p1_due_day_23,
                customer_key,
                p1_askings,
                p1_occasion_33,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_16) AS p1_before_17,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_24) AS p1_before_25,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_39, arrayResize(arraySlice(p1_felt_39, 1, 0), length(p1_asks_40), nan)), p1_unsorted_42), p1_merged_43), p1_merged_43), arraySort((i, w) -> w, arrayEnumerate(p1_asks_40), p1_asks_40)) AS p1_looked_up_44,
                p1_first_11 AS p1_answer_46
            FROM
            (
                SELECT
                    p1_due_day_15,
                    p1_felt_39,
                    p1_asks_40,
                    p1_unsorted_42,
                    p1_due_day_23,
                    customer_key,
                    p1_askings,
                    p1_occasion_33,
                    arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_9), p1_merged_9), p1_from_8) AS p1_first_11,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_15) AS p1_local_16,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_23) AS p1_local_24,
                    arraySort(p1_unsorted_42) AS p1_merged_43
                FROM
                (
                    SELECT
                        p1_from_8,
                        p1_begun_13,
                        p1_day_14,
                        p1_felt_39,
                        p1_asks_40,
                        customer_key,
                        p1_askings,
                        p1_occasion_33,
                        arraySort(arrayConcat(p1_from_8, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_9,
                        arrayMap(d -> (d + 2), p1_day_14) AS p1_due_day_15,
                        arrayMap(d -> (d + 1), p1_day_14) AS p1_due_day_23,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_34), p1_asks_40) AS p1_unsorted_42
                    FROM
                    (
                        SELECT
                            elements,
                            marks,
                            p1_felt_34,
                            p1_felt_39,
                            customer_key,
                            p1_askings,
                            arrayMap((a, l) -> greatest(a, bitAnd(l, toUInt128('340282366920938463463374607363048734720'))), p1_askings, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_5), p1_merged_5), p1_late_4)) AS p1_from_8,
                            arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_12) AS p1_begun_13,
                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_12) AS p1_day_14,
                            arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_30), p1_merged_30), p1_late_4)) AS p1_occasion_33,
                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_36), p1_merged_36), p1_late_4)) AS p1_asks_40
                        FROM
                        (
                            SELECT
                                p1_askings,
                                p1_late_4,
                                elements,
                                marks,
                                p1_times,
                                p1_felt_34,
                                p1_felt_39,
                                customer_key,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_5,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20512) + 1), p1_times)) AS p1_place_12,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), values_28))) AS p1_merged_30,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), p1_felt_34))) AS p1_merged_36
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    p1_askings,
                                    values_28,
                                    p1_felt_34,
                                    p1_felt_39,
                                    customer_key,
                                    arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_4,
                                    arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                                FROM
                                (
                                    SELECT
                                        elements,
                                        marks,
                                        values_28,
                                        p1_felt_34,
                                        p1_felt_39,
                                        customer_key,
                                        arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0)), 8, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)), 8, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0)), 8, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)), 8, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)), 8, 0))) AS marks,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0))), 1, (((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0))), 2, (((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0))), 3, (((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0))), 4, 0))), (((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)))) AS values_28,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL))) AS p1_felt_34,
                                            groupArrayIf(ifNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL))) AS p1_felt_39
                                        FROM events
                                        WHERE (name IN ({p13:String}, {p18:String}, {p19:String}, {p20:String}, {p11:String}, {p17:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_45), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_19) AS d,
    arrayConcat(p1_answer_46) AS n,
    arrayConcat(p1_verdict_45) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_46, p1_verdict_45, p1_target_47)) AS o,
    arrayConcat(p1_target_47) AS h,
    arrayConcat(p1_occasion_33) AS w,
    arrayConcat(p1_looked_up_44) AS f;

-- one-call-is-enough: You need to call us only once
SET param_p1 = '[\'one-call-is-enough\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'contact.opened\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'contact.opened';
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
        p1_verdict_12,
        p1_askings,
        p1_due_6,
        p1_deciding_11,
        p1_occasion_18,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_24, arrayResize(arraySlice(p1_felt_24, 1, 0), length(p1_asks_25), nan)), p1_unsorted_27), p1_merged_28), p1_merged_28), arraySort((i, w) -> w, arrayEnumerate(p1_asks_25), p1_asks_25)) AS p1_looked_up_29
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_24,
            p1_asks_25,
            p1_unsorted_27,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_11,
            p1_occasion_18,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776027600000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_11, p1_due_6) AS p1_verdict_12,
            arraySort(p1_unsorted_27) AS p1_merged_28
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_24,
                p1_asks_25,
                customer_key,
                p1_askings,
                p1_occasion_18,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_1))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((o, a) -> if((bitShiftRight(o, 80) = bitShiftRight(a, 80)) AND (bitShiftRight(a, 80) != 0), o, toUInt128(0)), arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 36) = bitShiftRight(p, 36))), arrayShiftLeft(p1_askings, 1), p1_askings, arrayShiftRight(p1_askings, 1)), p1_askings), p1_due_6) AS p1_deciding_11,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_19), p1_asks_25) AS p1_unsorted_27
            FROM
            (
                SELECT
                    p1_askings,
                    of_1,
                    p1_felt_19,
                    p1_felt_24,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_15), p1_merged_15), p1_late_14)) AS p1_occasion_18,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_14)) AS p1_asks_25
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_1,
                        p1_late_14,
                        p1_felt_19,
                        p1_felt_24,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), values_13))) AS p1_merged_15,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), p1_felt_19))) AS p1_merged_21
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_1,
                            values_13,
                            p1_felt_19,
                            p1_felt_24,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_14
                        FROM
                        (
                            SELECT
                                of_1,
                                values_13,
                                p1_felt_19,
                                p1_felt_24,
                                customer_key,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    values_13,
                                    p1_felt_19,
                                    p1_felt_24,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 2, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 2, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 2, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 2, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 2, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 2, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 2, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 2, 0))) AS marks,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_24
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p13:String}, {p6:String}, {p12:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_12), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_11) AS n,
    arrayConcat(p1_verdict_12) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_18) AS w,
    arrayConcat(p1_looked_up_29) AS f;

-- money-back-in-a-week: If you cancel, your money is back within five working days
SET param_p1 = '[\'money-back-in-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p5 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p6 = 'Europe/Helsinki';
SET param_p7 = '[1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]';
SET param_p9 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p10 = '[\'order.cancelled\', \'refund.paid\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'broken';
SET param_p13 = 'claim.opened';
SET param_p14 = 'moving';
SET param_p15 = 'gift';
SET param_p16 = 'upgrade';
SET param_p17 = 'review.given';
SET param_p18 = 'order.cancelled';
SET param_p19 = 'refund.paid';
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
        p1_askings,
        p1_due_13,
        p1_answer_40,
        p1_target_41,
        p1_occasion_27,
        p1_looked_up_38,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_13, p1_due_13) AS p1_verdict_39
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
                        arrayMap(d -> (d + 5), p1_day_8) AS p1_due_day_9,
                        arrayMap(d -> (d + 3), p1_day_8) AS p1_due_day_17,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_28), p1_asks_34) AS p1_unsorted_36
                    FROM
                    (
                        SELECT
                            p1_felt_28,
                            p1_felt_33,
                            p1_first_5,
                            customer_key,
                            p1_askings,
                            arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_6) AS p1_begun_7,
                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_6) AS p1_day_8,
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
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20512) + 1), p1_times)) AS p1_place_6,
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
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0)), 4, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)), 4, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0)), 4, 0)), if(((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)), 4, 0)), if(((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)), 4, 0))) AS marks,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0))), 1, (((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0))), 2, (((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0))), 3, (((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0))), 4, 0))), (((name = {p11:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p12:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p11:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p13:String}) AND ifNull((p_reason = {p16:String}), 0)))) AS values_22,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL))) AS p1_felt_28,
                                            groupArrayIf(ifNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p17:String}, toFloat64(p_stars), NULL))) AS p1_felt_33
                                        FROM events
                                        WHERE (name IN ({p13:String}, {p18:String}, {p11:String}, {p19:String}, {p17:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_40, p1_verdict_39, p1_target_41)) AS o,
    arrayConcat(p1_target_41) AS h,
    arrayConcat(p1_occasion_27) AS w,
    arrayConcat(p1_looked_up_38) AS f;

-- detergent-before-it-runs-out: Detergent comes within three days
SET param_p1 = '[\'detergent-before-it-runs-out\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'supplies.ordered\', \'supplies.delivered\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'broken';
SET param_p8 = 'claim.opened';
SET param_p9 = 'moving';
SET param_p10 = 'gift';
SET param_p11 = 'upgrade';
SET param_p12 = 'review.given';
SET param_p13 = 'supplies.delivered';
SET param_p14 = 'supplies.ordered';
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
        p1_verdict_31,
        p1_askings,
        p1_due_9,
        p1_answer_32,
        p1_target_33,
        p1_occasion_19,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_25, arrayResize(arraySlice(p1_felt_25, 1, 0), length(p1_asks_26), nan)), p1_unsorted_28), p1_merged_29), p1_merged_29), arraySort((i, w) -> w, arrayEnumerate(p1_asks_26), p1_asks_26)) AS p1_looked_up_30
    FROM
    (
        SELECT
            p1_felt_25,
            p1_asks_26,
            p1_unsorted_28,
            customer_key,
            p1_askings,
            p1_due_9,
            p1_answer_32,
            p1_target_33,
            p1_occasion_19,
            arraySort(p1_unsorted_28) AS p1_merged_29,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_9, p1_due_9) AS p1_verdict_31
        FROM
        (
            SELECT
                p1_felt_25,
                p1_asks_26,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_answer_32,
                p1_occasion_19,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_6, p1_before_7, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_6, p1_before_7)) AS p1_due_9,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_20), p1_asks_26) AS p1_unsorted_28,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_10, p1_before_11)) AS p1_target_33
            FROM
            (
                SELECT
                    p1_local_6,
                    p1_felt_20,
                    p1_felt_25,
                    p1_first_5,
                    p1_local_10,
                    customer_key,
                    p1_askings,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_6) AS p1_before_7,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_10) AS p1_before_11,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_16), p1_merged_16), p1_late_15)) AS p1_occasion_19,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_22), p1_merged_22), p1_late_15)) AS p1_asks_26,
                    p1_first_5 AS p1_answer_32
                FROM
                (
                    SELECT
                        p1_late_15,
                        p1_felt_20,
                        p1_felt_25,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_6,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 2)), p1_times) AS p1_local_10,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_15), arrayMap(c -> bitXor(c, 17179869183), values_14))) AS p1_merged_16,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_15), arrayMap(c -> bitXor(c, 17179869183), p1_felt_20))) AS p1_merged_22
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_14,
                            p1_felt_20,
                            p1_felt_25,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_15
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_14,
                                p1_felt_20,
                                p1_felt_25,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_supplies_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)), 4, 0)), if(((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0)), if(((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_supplies_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf((((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0))), 1, (((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0))), 2, (((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0))), 3, (((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0))), 4, 0))), (((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p8:String}) AND ifNull((p_reason = {p11:String}), 0)))) AS values_14,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_supplies_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_20,
                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_25
                                FROM events
                                WHERE (name IN ({p8:String}, {p6:String}, {p12:String}, {p13:String}, {p14:String})) AND (k_supplies_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_31), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_9) AS d,
    arrayConcat(p1_answer_32) AS n,
    arrayConcat(p1_verdict_31) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_32, p1_verdict_31, p1_target_33)) AS o,
    arrayConcat(p1_target_33) AS h,
    arrayConcat(p1_occasion_19) AS w,
    arrayConcat(p1_looked_up_30) AS f;
