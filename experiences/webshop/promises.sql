-- arrives-by-the-date-shown: It arrives by the date we showed you
SET param_p1 = '[\'arrives-by-the-date-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[\'order.placed\', \'parcel.delivered\', \'order.cancelled\']';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = 'order.placed';
SET param_p6 = 'somebody else';
SET param_p7 = 'review.given';
SET param_p8 = 'order.cancelled';
SET param_p9 = 'parcel.delivered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    multiIf([1][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(nan), NULL, nan) AS delivered,
    multiIf([1][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(nan), NULL, nan) AS expected,
    multiIf([1][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_32,
        p1_askings,
        p1_gathered_14,
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
            p1_gathered_14,
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
                p1_gathered_14,
                p1_due_34,
                p1_occasion_20,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_21), p1_asks_27) AS p1_unsorted_29,
                arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_32) AS p1_answer_33
            FROM
            (
                SELECT
                    p1_felt_21,
                    p1_felt_26,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_gathered_14,
                    p1_due_34,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_17), p1_merged_17), p1_late_16)) AS p1_occasion_20,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_16)) AS p1_asks_27,
                    arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_gathered_11, p1_gathered_11) AS p1_verdict_32
                FROM
                (
                    SELECT
                        p1_late_16,
                        p1_felt_21,
                        p1_felt_26,
                        p1_merged_7,
                        p1_askings,
                        p1_gathered_11,
                        customer_key,
                        p1_gathered_14,
                        p1_due_34,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), values_15))) AS p1_merged_17,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), p1_felt_21))) AS p1_merged_23
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_15,
                            p1_felt_21,
                            p1_felt_26,
                            p1_gathered_11,
                            customer_key,
                            p1_gathered_14,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 4) != 0), elements, element_bits)))) AS p1_merged_7,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_16,
                            p1_gathered_11 AS p1_due_34
                        FROM
                        (
                            SELECT
                                elements,
                                element_bits,
                                values_15,
                                p1_felt_21,
                                p1_felt_26,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, values_10, of_1) AS p1_gathered_11,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_14
                            FROM
                            (
                                SELECT
                                    elements,
                                    element_bits,
                                    values_10,
                                    subjects,
                                    values_15,
                                    p1_felt_21,
                                    p1_felt_26,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p3:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_order_id) AS subjects,
                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_promised_for, 1), 3, {p4:String})) - 1), -4611686018427387903), (name = {p5:String})) AS values_10,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0)), 1, 0))), ((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0))) AS values_15,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL))) AS p1_felt_21,
                                        groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL))) AS p1_felt_26
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p5:String}, {p9:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_32), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_14) AS s,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_34, p1_verdict_32)) AS d,
    arrayConcat(p1_answer_33) AS n,
    arrayConcat(p1_verdict_32) AS v,
    arrayConcat(p1_occasion_20) AS w,
    arrayConcat(p1_looked_up_31) AS f;

-- here-in-three-days: It is here in three days
SET param_p1 = '[\'here-in-three-days\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'order.placed\', \'parcel.delivered\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'somebody else';
SET param_p7 = 'review.given';
SET param_p8 = 'order.cancelled';
SET param_p9 = 'parcel.delivered';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    multiIf([1][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(nan), NULL, nan) AS delivered,
    multiIf([1][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(nan), NULL, nan) AS expected,
    multiIf([1][p], if(h <= -4611686018427387903, NULL, (h - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(o, -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_48,
        p1_askings,
        p1_gathered_30,
        p1_chosen_24,
        p1_target_50,
        p1_occasion_36,
        p1_looked_up_47,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_48) AS p1_answer_49
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_gathered_30,
            p1_chosen_24,
            p1_target_50,
            p1_occasion_36,
            arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_42, arrayResize(arraySlice(p1_felt_42, 1, 0), length(p1_asks_43), nan)), p1_unsorted_45), p1_merged_46), p1_merged_46), arraySort((i, w) -> w, arrayEnumerate(p1_asks_43), p1_asks_43)) AS p1_looked_up_47,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_chosen_24, p1_chosen_24) AS p1_verdict_48
        FROM
        (
            SELECT
                p1_felt_42,
                p1_asks_43,
                p1_unsorted_45,
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                p1_gathered_30,
                p1_occasion_36,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_23, arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_17) AS p1_chosen_24,
                arraySort(p1_unsorted_45) AS p1_merged_46,
                p1_due_17 AS p1_target_50
            FROM
            (
                SELECT
                    p1_occasion_23,
                    p1_local_10,
                    p1_before_11,
                    p1_felt_42,
                    p1_asks_43,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    customer_key,
                    p1_gathered_30,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_14, p1_before_15)) AS p1_due_17,
                    p1_occasion_23 AS p1_occasion_36,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_37), p1_asks_43) AS p1_unsorted_45
                FROM
                (
                    SELECT
                        p1_local_14,
                        p1_local_10,
                        p1_felt_37,
                        p1_felt_42,
                        p1_first_5,
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        p1_gathered_30,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_10) AS p1_before_11,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_14) AS p1_before_15,
                        arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_20), p1_merged_20), p1_late_19)) AS p1_occasion_23,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_39), p1_merged_39), p1_late_19)) AS p1_asks_43
                    FROM
                    (
                        SELECT
                            p1_late_19,
                            p1_felt_37,
                            p1_felt_42,
                            p1_merged_7,
                            p1_askings,
                            customer_key,
                            p1_gathered_30,
                            arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_10,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 2)), p1_times) AS p1_local_14,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), values_18))) AS p1_merged_20,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), p1_felt_37))) AS p1_merged_39
                        FROM
                        (
                            SELECT
                                p1_askings,
                                values_18,
                                p1_felt_37,
                                p1_felt_42,
                                customer_key,
                                p1_gathered_30,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                                arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 4) != 0), elements, element_bits)))) AS p1_merged_7,
                                arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_19
                            FROM
                            (
                                SELECT
                                    elements,
                                    element_bits,
                                    values_18,
                                    p1_felt_37,
                                    p1_felt_42,
                                    customer_key,
                                    arraySort(of_1) AS p1_askings,
                                    arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_30
                                FROM
                                (
                                    SELECT
                                        elements,
                                        element_bits,
                                        values_18,
                                        subjects,
                                        p1_felt_37,
                                        p1_felt_42,
                                        customer_key,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(toUInt8(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                            groupArray(k_order_id) AS subjects,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0)), 1, 0))), ((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0))) AS values_18,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL))) AS p1_felt_37,
                                            groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_stars), NULL))) AS p1_felt_42
                                        FROM events
                                        WHERE (name IN ({p8:String}, {p5:String}, {p9:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_48), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_30) AS s,
    arrayConcat(p1_chosen_24) AS d,
    arrayConcat(p1_answer_49) AS n,
    arrayConcat(p1_verdict_48) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1778706000000 > g, toInt8(0), toInt8(-1)), p1_answer_49, p1_verdict_48, p1_target_50)) AS o,
    arrayConcat(p1_target_50) AS h,
    arrayConcat(p1_occasion_36) AS w,
    arrayConcat(p1_looked_up_47) AS f;

-- price-as-shown: You pay what you saw
SET param_p1 = '[\'price-as-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[0]';
SET param_p4 = '1e-9';
SET param_p5 = '[\'charge.made\', \'order.placed\']';
SET param_p6 = 'charge.made';
SET param_p7 = 'order.placed';
SET param_p8 = 'somebody else';
SET param_p9 = 'review.given';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(toUInt128(0), 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(toUInt128(0) = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(toUInt128(0)), 17179869183) AS answer_key,
    multiIf([0][p], if(toUInt128(0) = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([0][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN({p3:Array(Float64)}[p]), NULL, {p3:Array(Float64)}[p]) AS expected,
    multiIf([0][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_askings,
        p1_gathered_18,
        p1_times,
        p1_measured_15,
        p1_occasion_24,
        arrayMap(m -> multiIf(isNaN(m), toUInt8(7), (m <= {p4:Float64}), toUInt8(1), toUInt8(3)), p1_measured_15) AS p1_verdict_16,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_30, arrayResize(arraySlice(p1_felt_30, 1, 0), length(p1_asks_31), nan)), p1_unsorted_33), p1_merged_34), p1_merged_34), arraySort((i, w) -> w, arrayEnumerate(p1_asks_31), p1_asks_31)) AS p1_looked_up_35
    FROM
    (
        SELECT
            p1_felt_30,
            p1_asks_31,
            p1_unsorted_33,
            customer_key,
            p1_askings,
            p1_gathered_18,
            p1_times,
            p1_occasion_24,
            arrayMap((a, w1, w2) -> ifNull(toFloat64((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), nan), p1_askings, arraySort((v, e) -> e, values_6, of_1), arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(values_8, arrayResize(arraySlice(values_8, 1, 0), length(p1_asks_10), nan)), p1_unsorted_12), p1_merged_13), p1_merged_13), arraySort((i, w) -> w, arrayEnumerate(p1_asks_10), p1_asks_10))) AS p1_measured_15,
            arraySort(p1_unsorted_33) AS p1_merged_34
        FROM
        (
            SELECT
                p1_askings,
                values_6,
                of_1,
                values_8,
                p1_asks_10,
                p1_unsorted_12,
                p1_felt_30,
                p1_asks_31,
                customer_key,
                p1_gathered_18,
                p1_times,
                p1_occasion_24,
                arraySort(p1_unsorted_12) AS p1_merged_13,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_25), p1_asks_31) AS p1_unsorted_33
            FROM
            (
                SELECT
                    p1_askings,
                    values_6,
                    of_1,
                    values_8,
                    p1_asks_10,
                    p1_felt_25,
                    p1_felt_30,
                    customer_key,
                    p1_gathered_18,
                    p1_times,
                    arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), of_2), p1_asks_10) AS p1_unsorted_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_20)) AS p1_occasion_24,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_27), p1_merged_27), p1_late_20)) AS p1_asks_31
                FROM
                (
                    SELECT
                        of_2,
                        p1_askings,
                        values_6,
                        of_1,
                        values_8,
                        p1_late_20,
                        p1_felt_25,
                        p1_felt_30,
                        customer_key,
                        p1_gathered_18,
                        p1_times,
                        arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_3), p1_merged_3), p1_askings)) AS p1_asks_10,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), values_19))) AS p1_merged_21,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_20), arrayMap(c -> bitXor(c, 17179869183), p1_felt_25))) AS p1_merged_27
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_6,
                            of_1,
                            values_8,
                            values_19,
                            p1_felt_25,
                            p1_felt_30,
                            customer_key,
                            p1_gathered_18,
                            arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_askings), arrayMap(c -> bitXor(c, 17179869183), of_2))) AS p1_merged_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_20,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                of_2,
                                values_6,
                                of_1,
                                values_8,
                                values_19,
                                p1_felt_25,
                                p1_felt_30,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_18
                            FROM
                            (
                                SELECT
                                    values_6,
                                    values_8,
                                    subjects,
                                    element_bits,
                                    values_19,
                                    p1_felt_25,
                                    p1_felt_30,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits) AS of_2
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p5:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_order_id) AS subjects,
                                        groupArrayIf(ifNull(p_amount, nan), (name = {p6:String})) AS values_6,
                                        groupArrayIf(ifNull(p_total, nan), (name = {p7:String})) AS values_8,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p7:String}) AND ifNull((p_for_whom = {p8:String}), 0)), 1, 0))), ((name = {p7:String}) AND ifNull((p_for_whom = {p8:String}), 0))) AS values_19,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL))) AS p1_felt_25,
                                        groupArrayIf(ifNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p9:String}, toFloat64(p_stars), NULL))) AS p1_felt_30
                                    FROM events
                                    WHERE (name IN ({p6:String}, {p7:String}, {p9:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(p1_gathered_18) AS s,
    arrayConcat(p1_times) AS d,
    arrayConcat(p1_verdict_16) AS v,
    arrayConcat(p1_measured_15) AS x,
    arrayConcat(p1_occasion_24) AS w,
    arrayConcat(p1_looked_up_35) AS f;

-- money-back: Your money is back within five working days
SET param_p1 = '[\'money-back\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p4 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000, 1777420800000, 1777507200000, 1777852800000, 1777939200000, 1778025600000, 1778112000000, 1778198400000, 1778457600000, 1778544000000, 1778630400000, 1778803200000, 1779062400000, 1779148800000, 1779235200000, 1779321600000, 1779408000000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p9 = '[\'refund.asked\', \'refund.paid\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'somebody else';
SET param_p12 = 'review.given';
SET param_p13 = 'refund.asked';
SET param_p14 = 'refund.paid';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    multiIf([1][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(nan), NULL, nan) AS delivered,
    multiIf([1][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(nan), NULL, nan) AS expected,
    multiIf([1][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_33,
        p1_askings,
        p1_gathered_15,
        p1_due_13,
        p1_occasion_21,
        p1_looked_up_32,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_33) AS p1_answer_34
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_gathered_15,
            p1_due_13,
            p1_occasion_21,
            p1_looked_up_32,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_13, p1_due_13) AS p1_verdict_33
        FROM
        (
            SELECT
                p1_first_5,
                customer_key,
                p1_askings,
                p1_gathered_15,
                p1_occasion_21,
                p1_looked_up_32,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_10, p1_before_11)), p1_due_day_9) AS p1_due_13
            FROM
            (
                SELECT
                    p1_local_10,
                    p1_due_day_9,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_gathered_15,
                    p1_occasion_21,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_10) AS p1_before_11,
                    arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_27, arrayResize(arraySlice(p1_felt_27, 1, 0), length(p1_asks_28), nan)), p1_unsorted_30), p1_merged_31), p1_merged_31), arraySort((i, w) -> w, arrayEnumerate(p1_asks_28), p1_asks_28)) AS p1_looked_up_32
                FROM
                (
                    SELECT
                        p1_due_day_9,
                        p1_felt_27,
                        p1_asks_28,
                        p1_unsorted_30,
                        p1_first_5,
                        customer_key,
                        p1_askings,
                        p1_gathered_15,
                        p1_occasion_21,
                        arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), arrayMap((t, i) -> greatest(t, arrayElement({p3:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_6), p1_day_8, p1_due_day_9) AS p1_local_10,
                        arraySort(p1_unsorted_30) AS p1_merged_31
                    FROM
                    (
                        SELECT
                            p1_times,
                            p1_place_6,
                            p1_day_8,
                            p1_felt_27,
                            p1_asks_28,
                            p1_first_5,
                            customer_key,
                            p1_askings,
                            p1_gathered_15,
                            p1_occasion_21,
                            arrayMap(d -> (d + 5), p1_day_8) AS p1_due_day_9,
                            arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_22), p1_asks_28) AS p1_unsorted_30
                        FROM
                        (
                            SELECT
                                p1_times,
                                p1_place_6,
                                p1_felt_22,
                                p1_felt_27,
                                p1_first_5,
                                customer_key,
                                p1_askings,
                                p1_gathered_15,
                                arrayMap(i -> arrayElement({p7:Array(Int64)}, toInt64(i) + 1), p1_place_6) AS p1_day_8,
                                arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                                arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_24), p1_merged_24), p1_late_17)) AS p1_asks_28
                            FROM
                            (
                                SELECT
                                    p1_times,
                                    p1_late_17,
                                    p1_felt_22,
                                    p1_felt_27,
                                    customer_key,
                                    p1_askings,
                                    p1_gathered_15,
                                    arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                                    arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20562) + 1), p1_times)) AS p1_place_6,
                                    arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                                    arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_22))) AS p1_merged_24
                                FROM
                                (
                                    SELECT
                                        p1_askings,
                                        values_16,
                                        p1_felt_22,
                                        p1_felt_27,
                                        customer_key,
                                        p1_gathered_15,
                                        arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                                        arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                                        arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                                    FROM
                                    (
                                        SELECT
                                            elements,
                                            element_bits,
                                            values_16,
                                            p1_felt_22,
                                            p1_felt_27,
                                            customer_key,
                                            arraySort(of_1) AS p1_askings,
                                            arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_15
                                        FROM
                                        (
                                            SELECT
                                                elements,
                                                element_bits,
                                                subjects,
                                                values_16,
                                                p1_felt_22,
                                                p1_felt_27,
                                                customer_key,
                                                arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                            FROM
                                            (
                                                SELECT
                                                    customer_key,
                                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                                    groupArray(toUInt8(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                                    groupArray(k_order_id) AS subjects,
                                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0)), 1, 0))), ((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0))) AS values_16,
                                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_22,
                                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_27
                                                FROM events
                                                WHERE (name IN ({p10:String}, {p13:String}, {p14:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_33), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_15) AS s,
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_34) AS n,
    arrayConcat(p1_verdict_33) AS v,
    arrayConcat(p1_occasion_21) AS w,
    arrayConcat(p1_looked_up_32) AS f;

-- answered-the-same-day: Somebody answers the same day
SET param_p1 = '[\'answered-the-same-day\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p4 = '[0, 28800000, 57600000, 86400000, 115200000, 144000000, 172800000, 201600000, 230400000, 259200000, 288000000, 316800000, 345600000, 374400000, 403200000, 432000000, 460800000, 489600000, 518400000, 547200000, 576000000, 604800000, 633600000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22]';
SET param_p6 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p7 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'question.asked\', \'question.answered\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'somebody else';
SET param_p12 = 'review.given';
SET param_p13 = 'question.answered';
SET param_p14 = 'question.asked';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[w + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    multiIf([1][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(nan), NULL, nan) AS delivered,
    multiIf([1][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(nan), NULL, nan) AS expected,
    multiIf([1][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_30,
        p1_askings,
        p1_gathered_12,
        p1_due_10,
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
            p1_gathered_12,
            p1_due_10,
            p1_occasion_18,
            arraySort(p1_unsorted_27) AS p1_merged_28,
            arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_30) AS p1_answer_31
        FROM
        (
            SELECT
                p1_felt_24,
                p1_asks_25,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_gathered_12,
                p1_due_10,
                p1_occasion_18,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_19), p1_asks_25) AS p1_unsorted_27,
                arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_due_10, p1_due_10) AS p1_verdict_30
            FROM
            (
                SELECT
                    p1_felt_19,
                    p1_felt_24,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_gathered_12,
                    arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_7, arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 23))), p1_wanted_7, arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_7))) AS p1_due_10,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_15), p1_merged_15), p1_late_14)) AS p1_occasion_18,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_14)) AS p1_asks_25
                FROM
                (
                    SELECT
                        p1_late_14,
                        p1_felt_19,
                        p1_felt_24,
                        customer_key,
                        p1_askings,
                        p1_gathered_12,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(s -> (s + 21600000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20562) + 1), p1_times)))) AS p1_wanted_7,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), values_13))) AS p1_merged_15,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), p1_felt_19))) AS p1_merged_21
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_13,
                            p1_felt_19,
                            p1_felt_24,
                            customer_key,
                            p1_gathered_12,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_14
                        FROM
                        (
                            SELECT
                                elements,
                                element_bits,
                                values_13,
                                p1_felt_19,
                                p1_felt_24,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_12
                            FROM
                            (
                                SELECT
                                    elements,
                                    element_bits,
                                    subjects,
                                    values_13,
                                    p1_felt_19,
                                    p1_felt_24,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(toUInt64(0)) AS subjects,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0)), 1, 0))), ((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_stars), NULL))) AS p1_felt_24
                                    FROM events
                                    WHERE (name IN ({p10:String}, {p13:String}, {p14:String}, {p12:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(p1_gathered_12) AS s,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(p1_answer_31) AS n,
    arrayConcat(p1_verdict_30) AS v,
    arrayConcat(p1_occasion_18) AS w,
    arrayConcat(p1_looked_up_29) AS f;
