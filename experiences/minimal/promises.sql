-- delivered-in-five-days: It comes within five days
SET param_p1 = '[\'delivered-in-five-days\']';
SET param_p2 = '[\'\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'order.placed\', \'order.delivered\', \'order.cancelled\']';
SET param_p5 = 'order.cancelled';
SET param_p6 = 'order.delivered';
SET param_p7 = 'order.placed';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[0 + 1], 'LowCardinality(String)') AS occasion,
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
    if(isNaN(nan), NULL, nan) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_20,
        p1_askings,
        p1_gathered_19,
        p1_due_13,
        p1_target_22,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_20) AS p1_answer_21
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_gathered_19,
            p1_due_13,
            p1_target_22,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1777550400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_due_13, p1_due_13) AS p1_verdict_20
        FROM
        (
            SELECT
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                p1_gathered_19,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_10, p1_before_11)) AS p1_due_13,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_14, p1_before_15)) AS p1_target_22
            FROM
            (
                SELECT
                    p1_local_10,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    p1_local_14,
                    customer_key,
                    p1_gathered_19,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_10) AS p1_before_11,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_14) AS p1_before_15
                FROM
                (
                    SELECT
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        p1_gathered_19,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_10,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_14
                    FROM
                    (
                        SELECT
                            p1_askings,
                            customer_key,
                            p1_gathered_19,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 4) != 0), elements, element_bits)))) AS p1_merged_7,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                elements,
                                element_bits,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_19
                            FROM
                            (
                                SELECT
                                    elements,
                                    element_bits,
                                    subjects,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_order_id) AS subjects
                                    FROM events
                                    WHERE (name IN ({p5:String}, {p6:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1777550400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_20), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_19) AS s,
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_21) AS n,
    arrayConcat(p1_verdict_20) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1777550400000 > g, toInt8(0), toInt8(-1)), p1_answer_21, p1_verdict_20, p1_target_22)) AS o,
    arrayConcat(p1_target_22) AS h;

-- worth-keeping: It is what you thought you bought
SET param_p1 = '[\'worth-keeping\']';
SET param_p2 = '[\'\']';
SET param_p3 = '[0]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'order.delivered\', \'order.returned\']';
SET param_p6 = 'order.delivered';
SET param_p7 = 'order.returned';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms,
    (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    s AS subject_key,
    CAST({p2:Array(String)}[0 + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    bitAnd(toUInt64(a), 17179869183) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    bitAnd(toUInt64(n), 17179869183) AS answer_key,
    multiIf([0][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([0][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN({p3:Array(Float64)}[p]), NULL, {p3:Array(Float64)}[p]) AS expected,
    multiIf([0][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(nan), NULL, nan) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_14,
        p1_askings,
        p1_gathered_16,
        p1_due_6,
        p1_deciding_13,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9
    FROM
    (
        SELECT
            p1_merged_7,
            customer_key,
            p1_askings,
            p1_gathered_16,
            p1_due_6,
            p1_deciding_13,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1777550400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_13, p1_due_6) AS p1_verdict_14
        FROM
        (
            SELECT
                p1_due_6,
                customer_key,
                p1_askings,
                p1_gathered_16,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_10), p1_merged_10), p1_askings), p1_due_6) AS p1_deciding_13
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_merged_10,
                    customer_key,
                    p1_gathered_16,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_merged_10,
                        customer_key,
                        p1_gathered_16,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            customer_key,
                            p1_gathered_16,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 30)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_10
                        FROM
                        (
                            SELECT
                                of_2,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_16
                            FROM
                            (
                                SELECT
                                    subjects,
                                    element_bits,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits) AS of_2
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_order_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p5:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_order_id) AS subjects
                                    FROM events
                                    WHERE (name IN ({p6:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1777550400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_14), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_16) AS s,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_13) AS n,
    arrayConcat(p1_verdict_14) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x;
