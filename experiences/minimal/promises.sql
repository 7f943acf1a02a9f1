-- delivered-in-five-days: It comes within five days
SET param_p1 = '[\'delivered-in-five-days\']';
SET param_p2 = '[\'\']';
SET param_p3 = '[Infinity]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'order.placed\', \'order.delivered\', \'order.cancelled\']';
SET param_p6 = 'order.cancelled';
SET param_p7 = 'order.delivered';
SET param_p8 = 'order.placed';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[0 + 1], 'LowCardinality(String)') AS occasion,
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
    nan AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_18,
        p1_askings,
        p1_due_13,
        p1_target_20,
        arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_first_5, p1_verdict_18) AS p1_answer_19
    FROM
    (
        SELECT
            p1_first_5,
            customer_key,
            p1_askings,
            p1_due_13,
            p1_target_20,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) < (bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000))) AND ((h = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(u, 36)), 17592186044415) - 2208988800000) <= h))), toUInt8(5), n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1777550400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_7), p1_merged_7), p1_askings), p1_due_13, p1_due_13) AS p1_verdict_18
        FROM
        (
            SELECT
                p1_first_5,
                p1_merged_7,
                p1_askings,
                customer_key,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_10, p1_before_11, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_10, p1_before_11)) AS p1_due_13,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_14, p1_before_15)) AS p1_target_20
            FROM
            (
                SELECT
                    p1_local_10,
                    p1_first_5,
                    p1_merged_7,
                    p1_askings,
                    p1_local_14,
                    customer_key,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_10) AS p1_before_11,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_14) AS p1_before_15
                FROM
                (
                    SELECT
                        p1_merged_7,
                        p1_askings,
                        customer_key,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_10,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_14
                    FROM
                    (
                        SELECT
                            p1_askings,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_7,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(transform(name, {p5:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8'))) AS marks
                                FROM events
                                WHERE (name IN ({p6:String}, {p7:String}, {p8:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1777550400000), 'UTC')) AND true
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
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_19) AS n,
    arrayConcat(p1_verdict_18) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1777550400000 > g, toInt8(0), toInt8(-1)), p1_answer_19, p1_verdict_18, p1_target_20)) AS o,
    arrayConcat(p1_target_20) AS h;

-- worth-keeping: It is what you thought you bought
SET param_p1 = '[\'worth-keeping\']';
SET param_p2 = '[\'\']';
SET param_p3 = '[0]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'order.delivered\', \'order.returned\']';
SET param_p6 = 'order.delivered';
SET param_p7 = 'order.returned';
WITH
    (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000) AS asked_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    toUInt64(bitShiftRight(a, 80)) AS subject_key,
    CAST({p2:Array(String)}[0 + 1], 'LowCardinality(String)') AS occasion,
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
    nan AS felt_score
FROM
(
    SELECT
        customer_key,
        p1_verdict_14,
        p1_askings,
        p1_due_6,
        p1_deciding_13,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9
    FROM
    (
        SELECT
            p1_merged_7,
            customer_key,
            p1_askings,
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
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_10), p1_merged_10), p1_askings), p1_due_6) AS p1_deciding_13
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_merged_10,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_merged_10,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 30)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_10
                        FROM
                        (
                            SELECT
                                customer_key,
                                arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_order_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8'))) AS marks
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_14), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_13) AS n,
    arrayConcat(p1_verdict_14) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x;
