-- arrives-by-the-date-shown: It arrives by the date we showed you
SET param_p1 = '[\'arrives-by-the-date-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[\'order.placed\', \'parcel.delivered\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'somebody else';
SET param_p7 = 'Europe/Helsinki';
SET param_p8 = 'review.given';
SET param_p9 = 'order.cancelled';
SET param_p10 = 'parcel.delivered';
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
                    arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_gathered_11, p1_gathered_11) AS p1_verdict_30
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
                                        groupArray(bitOr(transform(name, {p4:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0)), 8, 0))) AS marks,
                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_promised_for, 1), 3, {p7:String})) - 1), -4611686018427387903), (name = {p5:String})) AS values_10,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0)), 1, 0))), ((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL))) AS p1_felt_24
                                    FROM events
                                    WHERE (name IN ({p9:String}, {p5:String}, {p10:String}, {p8:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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

-- here-in-three-days: It is here in three days
SET param_p1 = '[\'here-in-three-days\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'order.placed\', \'parcel.delivered\', \'order.cancelled\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'somebody else';
SET param_p8 = 'review.given';
SET param_p9 = 'order.cancelled';
SET param_p10 = 'parcel.delivered';
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
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_chosen_24, p1_chosen_24) AS p1_verdict_46
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
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_10,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 2)), p1_times) AS p1_local_14,
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
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0)), 8, 0))) AS marks,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0))) AS values_18,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL))) AS p1_felt_35,
                                        groupArrayIf(ifNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p8:String}, toFloat64(p_stars), NULL))) AS p1_felt_40
                                    FROM events
                                    WHERE (name IN ({p9:String}, {p6:String}, {p10:String}, {p8:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1778706000000 > g, toInt8(0), toInt8(-1)), p1_answer_47, p1_verdict_46, p1_target_48)) AS o,
    arrayConcat(p1_target_48) AS h,
    arrayConcat(p1_occasion_34) AS w,
    arrayConcat(p1_looked_up_45) AS f;

-- price-as-shown: You pay what you saw
SET param_p1 = '[\'price-as-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[0]';
SET param_p4 = '1e-9';
SET param_p5 = '[\'charge.made\', \'order.placed\']';
SET param_p6 = 'order.placed';
SET param_p7 = 'somebody else';
SET param_p8 = 'charge.made';
SET param_p9 = 'review.given';
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
                                        groupArray(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0)), 4, 0))) AS marks,
                                        groupArrayIf(ifNull(p_amount, nan), (name = {p8:String})) AS values_6,
                                        groupArrayIf(ifNull(p_total, nan), (name = {p6:String})) AS values_8,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_for_whom = {p7:String}), 0))) AS values_17,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL))) AS p1_felt_23,
                                        groupArrayIf(ifNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL))) AS p1_felt_28
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p6:String}, {p9:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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

-- money-back: Your money is back within five working days
SET param_p1 = '[\'money-back\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p5 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p6 = 'Europe/Helsinki';
SET param_p7 = '[1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000, 1777420800000, 1777507200000, 1777852800000, 1777939200000, 1778025600000, 1778112000000, 1778198400000, 1778457600000, 1778544000000, 1778630400000, 1778803200000, 1779062400000, 1779148800000, 1779235200000, 1779321600000, 1779408000000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]';
SET param_p9 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p10 = '[\'refund.asked\', \'refund.paid\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'somebody else';
SET param_p13 = 'review.given';
SET param_p14 = 'refund.asked';
SET param_p15 = 'refund.paid';
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
        p1_askings,
        p1_due_13,
        p1_answer_32,
        p1_occasion_19,
        p1_looked_up_30,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_13, p1_due_13) AS p1_verdict_31
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_answer_32,
            p1_occasion_19,
            p1_looked_up_30,
            arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_day_9) AS p1_due_13
        FROM
        (
            SELECT
                p1_local_10,
                p1_due_day_9,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_answer_32,
                p1_occasion_19,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_10) AS p1_before_11,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_25, arrayResize(arraySlice(p1_felt_25, 1, 0), length(p1_asks_26), nan)), p1_unsorted_28), p1_merged_29), p1_merged_29), arraySort((i, w) -> w, arrayEnumerate(p1_asks_26), p1_asks_26)) AS p1_looked_up_30
            FROM
            (
                SELECT
                    p1_due_day_9,
                    p1_felt_25,
                    p1_asks_26,
                    p1_unsorted_28,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_answer_32,
                    p1_occasion_19,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_6), p1_day_8, p1_due_day_9) AS p1_local_10,
                    arraySort(p1_unsorted_28) AS p1_merged_29
                FROM
                (
                    SELECT
                        p1_times,
                        p1_place_6,
                        p1_day_8,
                        p1_felt_25,
                        p1_asks_26,
                        p1_first_5,
                        customer_key,
                        p1_askings,
                        p1_answer_32,
                        p1_occasion_19,
                        arrayMap(d -> (d + 5), p1_day_8) AS p1_due_day_9,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_20), p1_asks_26) AS p1_unsorted_28
                    FROM
                    (
                        SELECT
                            p1_times,
                            p1_place_6,
                            p1_felt_20,
                            p1_felt_25,
                            p1_first_5,
                            customer_key,
                            p1_askings,
                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_6) AS p1_day_8,
                            arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_16), p1_merged_16), p1_late_15)) AS p1_occasion_19,
                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_22), p1_merged_22), p1_late_15)) AS p1_asks_26,
                            p1_first_5 AS p1_answer_32
                        FROM
                        (
                            SELECT
                                p1_times,
                                p1_late_15,
                                p1_felt_20,
                                p1_felt_25,
                                customer_key,
                                p1_askings,
                                arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20562) + 1), p1_times)) AS p1_place_6,
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
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0)), 4, 0))) AS marks,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0)), 1, 0))), ((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0))) AS values_14,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL))) AS p1_felt_20,
                                            groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL))) AS p1_felt_25
                                        FROM events
                                        WHERE (name IN ({p11:String}, {p14:String}, {p15:String}, {p13:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_31), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_32) AS n,
    arrayConcat(p1_verdict_31) AS v,
    arrayConcat(p1_occasion_19) AS w,
    arrayConcat(p1_looked_up_30) AS f;

-- answered-the-same-day: Somebody answers the same day
SET param_p1 = '[\'answered-the-same-day\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p5 = '[0, 28800000, 57600000, 86400000, 115200000, 144000000, 172800000, 201600000, 230400000, 259200000, 288000000, 316800000, 345600000, 374400000, 403200000, 432000000, 460800000, 489600000, 518400000, 547200000, 576000000, 604800000, 633600000]';
SET param_p6 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22]';
SET param_p7 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p9 = 'Europe/Helsinki';
SET param_p10 = '[\'question.asked\', \'question.answered\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'somebody else';
SET param_p13 = 'review.given';
SET param_p14 = 'question.answered';
SET param_p15 = 'question.asked';
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
        p1_verdict_28,
        p1_askings,
        p1_due_10,
        p1_answer_29,
        p1_occasion_16,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_22, arrayResize(arraySlice(p1_felt_22, 1, 0), length(p1_asks_23), nan)), p1_unsorted_25), p1_merged_26), p1_merged_26), arraySort((i, w) -> w, arrayEnumerate(p1_asks_23), p1_asks_23)) AS p1_looked_up_27
    FROM
    (
        SELECT
            p1_felt_22,
            p1_asks_23,
            p1_unsorted_25,
            customer_key,
            p1_verdict_28,
            p1_askings,
            p1_due_10,
            p1_answer_29,
            p1_occasion_16,
            arraySort(p1_unsorted_25) AS p1_merged_26
        FROM
        (
            SELECT
                p1_felt_22,
                p1_asks_23,
                customer_key,
                p1_askings,
                p1_due_10,
                p1_answer_29,
                p1_occasion_16,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_17), p1_asks_23) AS p1_unsorted_25,
                arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_10, p1_due_10) AS p1_verdict_28
            FROM
            (
                SELECT
                    p1_felt_17,
                    p1_felt_22,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_7, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 23))), p1_wanted_7, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_7))) AS p1_due_10,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_13), p1_merged_13), p1_late_12)) AS p1_occasion_16,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_19), p1_merged_19), p1_late_12)) AS p1_asks_23,
                    p1_first_5 AS p1_answer_29
                FROM
                (
                    SELECT
                        p1_late_12,
                        p1_felt_17,
                        p1_felt_22,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(s -> (s + 21600000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, arrayMap((t, f) -> (f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p9:String})) * 1000)), 86400000) - 20562) + 1), p1_times)))) AS p1_wanted_7,
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
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_12
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
                                    groupArray(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0)), 1, 0))), ((name = {p11:String}) AND ifNull((p_for_whom = {p12:String}), 0))) AS values_11,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL))) AS p1_felt_17,
                                    groupArrayIf(ifNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p13:String}, toFloat64(p_stars), NULL))) AS p1_felt_22
                                FROM events
                                WHERE (name IN ({p11:String}, {p14:String}, {p15:String}, {p13:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(p1_due_10) AS d,
    arrayConcat(p1_answer_29) AS n,
    arrayConcat(p1_verdict_28) AS v,
    arrayConcat(p1_occasion_16) AS w,
    arrayConcat(p1_looked_up_27) AS f;
