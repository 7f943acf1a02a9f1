-- delivered-in-five-days: It comes within five days
SET param_p1 = '[\'delivered-in-five-days\']';
SET param_p2 = '[\'\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'order.delivered\', \'order.placed\', \'order.cancelled\']';
SET param_p5 = 'order.cancelled';
SET param_p6 = 'order.delivered';
SET param_p7 = 'order.placed';
WITH
    (toInt64(bitShiftRight(a, 84)) - 2208988800000) AS asked_ms,
    (toInt64(bitShiftRight(n, 84)) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    subject_key,
    CAST({p2:Array(String)}[occasion_place + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    toUInt64(bitShiftRight(bitAnd(a, toUInt128('4835703278177041722114048')), 48)) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    toUInt64(bitShiftRight(bitAnd(n, toUInt128('4835703278177041722114048')), 48)) AS answer_key,
    multiIf([1][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([1][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(e), NULL, e) AS expected,
    multiIf([1][p], if(h <= -4611686018427387903, NULL, (h - asked_ms) / 1000), isNaN(g), NULL, g) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(o, -1), 'Nullable(Bool)') AS on_target,
    felt
FROM
(
    SELECT
        customer_key,
        subject_key,
        occasion_place,
        felt,
        p1_verdict_23,
        p1_askings,
        p1_due_16,
        p1_target_25,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_23) AS p1_answer_24
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_16,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1777550400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_16, p1_due_16) AS p1_verdict_23,
            p1_due_20 AS p1_target_25
        FROM
        (
            SELECT
                p1_first_6,
                p1_first_12,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_13, p1_before_14, p1_after_15) AS p1_due_16,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_17, p1_before_18, p1_after_19) AS p1_due_20
            FROM
            (
                SELECT
                    p1_local_13,
                    p1_before_14,
                    p1_local_17,
                    p1_before_18,
                    p1_first_6,
                    p1_first_12,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_13, p1_before_14) AS p1_after_15,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_17, p1_before_18) AS p1_after_19
                FROM
                (
                    SELECT
                        p1_local_13,
                        p1_local_17,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                        arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_13) AS p1_before_14,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_17) AS p1_before_18
                    FROM
                    (
                        SELECT
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                            arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_13,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_17
                        FROM
                        (
                            SELECT
                                p1_near_3,
                                p1_near_9,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                                arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                                p1_near_21 AS p1_askings,
                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_21) AS p1_times
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                    arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_21
                                FROM
                                (
                                    SELECT
                                        p1_near,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayFilter((x, m) -> (bitAnd(m, 7) != 0), elements, element_bits) AS p1_near
                                        FROM
                                        (
                                            SELECT
                                                elements,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arrayMap(x -> toUInt64(x), elements) AS element_bits
                                            FROM
                                            (
                                                SELECT
                                                    customer_key,
                                                    k_order_id AS subject_key,
                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                    toUInt16(0) AS occasion_place,
                                                    CAST(NULL, 'Nullable(Float64)') AS felt
                                                FROM events
                                                WHERE (name IN ({p5:String}, {p6:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1777550400000), 'UTC')) AND true
                                                GROUP BY
                                                    customer_key,
                                                    subject_key
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
    arrayConcat(p1_due_16) AS d,
    arrayConcat(p1_answer_24) AS n,
    arrayConcat(p1_verdict_23) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1777550400000 > g, toInt8(0), toInt8(-1)), p1_answer_24, p1_verdict_23, p1_target_25)) AS o,
    arrayConcat(p1_target_25) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_23), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_23), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_23), nan)) AS g;

-- worth-keeping: It is what you thought you bought
SET param_p1 = '[\'worth-keeping\']';
SET param_p2 = '[\'\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'order.returned\', \'order.delivered\']';
SET param_p5 = 'order.delivered';
SET param_p6 = 'order.returned';
SET param_p7 = '0';
WITH
    (toInt64(bitShiftRight(a, 84)) - 2208988800000) AS asked_ms,
    (toInt64(bitShiftRight(n, 84)) - 2208988800000) AS answered_ms
SELECT
    CAST({p1:Array(String)}[p], 'LowCardinality(String)') AS promise,
    customer_key,
    subject_key,
    CAST({p2:Array(String)}[occasion_place + 1], 'LowCardinality(String)') AS occasion,
    fromUnixTimestamp64Milli(asked_ms, 'UTC') AS asked_at,
    toUInt64(bitShiftRight(bitAnd(a, toUInt128('4835703278177041722114048')), 48)) AS asked_key,
    if(d <= -4611686018427387903, NULL, fromUnixTimestamp64Milli(d, 'UTC')) AS due_at,
    if(n = 0, NULL, fromUnixTimestamp64Milli(answered_ms, 'UTC')) AS answered_at,
    toUInt64(bitShiftRight(bitAnd(n, toUInt128('4835703278177041722114048')), 48)) AS answer_key,
    multiIf([0][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([0][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN(e), NULL, e) AS expected,
    multiIf([0][p], if(h <= -4611686018427387903, NULL, (h - asked_ms) / 1000), isNaN(g), NULL, g) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(o, -1), 'Nullable(Bool)') AS on_target,
    felt
FROM
(
    SELECT
        customer_key,
        subject_key,
        occasion_place,
        felt,
        p1_verdict_15,
        p1_askings,
        p1_due_6,
        p1_deciding_14,
        arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_10, p1_merged_9), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_9, p1_merged_9)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_10, p1_merged_9), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_9, p1_merged_9))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near_16)) AS p1_counted_11
    FROM
    (
        SELECT
            p1_merged_9,
            p1_near_16,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_6,
            p1_deciding_14,
            arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_9) AS p1_running_10,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1777550400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_14, p1_due_6) AS p1_verdict_15
        FROM
        (
            SELECT
                p1_near_16,
                p1_due_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arraySort(arrayConcat(arrayConcat(p1_near_16, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near_16, p1_due_6)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_9,
                arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_first_13, p1_due_6) AS p1_deciding_14
            FROM
            (
                SELECT
                    p1_near_16,
                    p1_near_1,
                    p1_first_13,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, p1_after_5) AS p1_due_6
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_before_4,
                        p1_near_16,
                        p1_near_1,
                        p1_first_13,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_3, p1_before_4) AS p1_after_5
                    FROM
                    (
                        SELECT
                            p1_local_3,
                            p1_near_16,
                            p1_near_1,
                            p1_first_13,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_3) AS p1_before_4
                        FROM
                        (
                            SELECT
                                p1_near_16,
                                p1_near_1,
                                p1_first_13,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 30)), p1_times) AS p1_local_3
                            FROM
                            (
                                SELECT
                                    p1_near_16,
                                    p1_near_1,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_near_16 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_16) AS p1_times,
                                    arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_12), p1_merged_12)) AS p1_first_13
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_16,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1,
                                        arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits)) AS p1_merged_12
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                        FROM
                                        (
                                            SELECT
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arrayFilter((x, m) -> (bitAnd(m, 3) != 0), elements, element_bits) AS p1_near
                                            FROM
                                            (
                                                SELECT
                                                    elements,
                                                    customer_key,
                                                    subject_key,
                                                    occasion_place,
                                                    felt,
                                                    arrayMap(x -> toUInt64(x), elements) AS element_bits
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        k_order_id AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(0) AS occasion_place,
                                                        CAST(NULL, 'Nullable(Float64)') AS felt
                                                    FROM events
                                                    WHERE (name IN ({p5:String}, {p6:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1777550400000), 'UTC')) AND true
                                                    GROUP BY
                                                        customer_key,
                                                        subject_key
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_15), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_14) AS n,
    arrayConcat(p1_verdict_15) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_15), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_15), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_11)) AS x,
    arrayConcat(arrayMap(v -> {p7:Float64}, p1_verdict_15)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_15), nan)) AS g;
