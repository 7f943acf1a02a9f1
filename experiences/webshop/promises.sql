-- arrives-by-the-date-shown: It arrives by the date we showed you
SET param_p1 = '[\'arrives-by-the-date-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[\'parcel.delivered\', \'order.placed\', \'order.cancelled\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'somebody else';
SET param_p6 = 'review.given';
SET param_p7 = 'Europe/Helsinki';
SET param_p8 = 'order.cancelled';
SET param_p9 = 'parcel.delivered';
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
        p1_verdict_19,
        p1_askings,
        p1_due_21,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_19) AS p1_answer_20
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_21,
            arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_beside_15, p1_beside_15) AS p1_verdict_19
        FROM
        (
            SELECT
                p1_beside_15,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                p1_due_21,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12
            FROM
            (
                SELECT
                    p1_beside_15,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    p1_due_21,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11
                FROM
                (
                    SELECT
                        p1_near_3,
                        p1_near_9,
                        p1_beside_15,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_due_21,
                        arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                        arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                        p1_near_17 AS p1_askings
                    FROM
                    (
                        SELECT
                            p1_beside_15,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_due_21,
                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                            arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_17
                        FROM
                        (
                            SELECT
                                p1_near,
                                p1_beside_15,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_due_21,
                                arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                            FROM
                            (
                                SELECT
                                    p1_beside_15,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arrayFilter((x, m) -> (bitAnd(m, 7) != 0), elements, element_bits) AS p1_near,
                                    p1_beside_15 AS p1_due_21
                                FROM
                                (
                                    SELECT
                                        elements,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                        arraySort((v, e) -> e, p1_values_13, p1_of_14) AS p1_beside_15
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            k_order_id AS subject_key,
                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p3:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                            toUInt16(multiIf(max(((name = {p4:String}) AND ifNull((p_for_whom = {p5:String}), 0))) = 1, 1, 0)) AS occasion_place,
                                            argMaxOrNullIf(multiIf(name = {p6:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                            groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_promised_for, 1), 3, {p7:String})) - 1), -4611686018427387903), (name = {p4:String})) AS p1_values_13,
                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p4:String})) AS p1_of_14
                                        FROM events
                                        WHERE (name IN ({p8:String}, {p4:String}, {p9:String}, {p6:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_19), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_21, p1_verdict_19)) AS d,
    arrayConcat(p1_answer_20) AS n,
    arrayConcat(p1_verdict_19) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_19), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_19), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_19), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_19), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_19), nan)) AS g;

-- here-in-three-days: It is here in three days
SET param_p1 = '[\'here-in-three-days\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'parcel.delivered\', \'order.placed\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'somebody else';
SET param_p7 = 'review.given';
SET param_p8 = 'order.cancelled';
SET param_p9 = 'parcel.delivered';
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
        p1_verdict_28,
        p1_askings,
        p1_due_21,
        p1_target_30,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_28) AS p1_answer_29
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_21,
            p1_target_30,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_21, p1_due_21) AS p1_verdict_28
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
                multiIf(occasion_place = 1, p1_due_20, p1_due_16) AS p1_due_21,
                p1_due_20 AS p1_target_30
            FROM
            (
                SELECT
                    occasion_place,
                    p1_first_6,
                    p1_first_12,
                    customer_key,
                    subject_key,
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
                        occasion_place,
                        p1_first_6,
                        p1_first_12,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_13, p1_before_14) AS p1_after_15,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_17, p1_before_18) AS p1_after_19
                    FROM
                    (
                        SELECT
                            p1_local_13,
                            p1_local_17,
                            occasion_place,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_13) AS p1_before_14,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_17) AS p1_before_18
                        FROM
                        (
                            SELECT
                                occasion_place,
                                customer_key,
                                subject_key,
                                felt,
                                p1_askings,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_13,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 2)), p1_times) AS p1_local_17
                            FROM
                            (
                                SELECT
                                    p1_near_3,
                                    p1_near_9,
                                    occasion_place,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                                    arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                                    p1_near_26 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_26) AS p1_times
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                        arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_26
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            occasion_place,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                        FROM
                                        (
                                            SELECT
                                                occasion_place,
                                                customer_key,
                                                subject_key,
                                                felt,
                                                arrayFilter((x, m) -> (bitAnd(m, 7) != 0), elements, element_bits) AS p1_near
                                            FROM
                                            (
                                                SELECT
                                                    elements,
                                                    occasion_place,
                                                    customer_key,
                                                    subject_key,
                                                    felt,
                                                    arrayMap(x -> toUInt64(x), elements) AS element_bits
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        k_order_id AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0))) = 1, 1, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p7:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p8:String}, {p5:String}, {p9:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_28), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_21) AS d,
    arrayConcat(p1_answer_29) AS n,
    arrayConcat(p1_verdict_28) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1778706000000 > g, toInt8(0), toInt8(-1)), p1_answer_29, p1_verdict_28, p1_target_30)) AS o,
    arrayConcat(p1_target_30) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS g;

-- price-as-shown: You pay what you saw
SET param_p1 = '[\'price-as-shown\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '1e-9';
SET param_p4 = '[\'order.placed\', \'charge.made\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'somebody else';
SET param_p7 = 'review.given';
SET param_p8 = 'charge.made';
SET param_p9 = '0';
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
        p1_askings,
        p1_times,
        p1_measured_17,
        arrayMap(m -> multiIf(isNaN(m), toUInt8(7), (m <= {p3:Float64}), toUInt8(1), toUInt8(3)), p1_measured_17) AS p1_verdict_20
    FROM
    (
        SELECT
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_times,
            arrayMap((a, w1, w2) -> ifNull(toFloat64((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), nan), p1_near_18, p1_beside_9, p1_looked_up_16) AS p1_measured_17
        FROM
        (
            SELECT
                p1_near_18,
                p1_beside_9,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                p1_times,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_values_10, arrayResize(arraySlice(p1_values_10, 1, 0), length(p1_asks_12), nan)), p1_unsorted_14), p1_merged_15), p1_merged_15), p1_order_13) AS p1_looked_up_16
            FROM
            (
                SELECT
                    p1_values_10,
                    p1_asks_12,
                    p1_unsorted_14,
                    p1_order_13,
                    p1_near_18,
                    p1_beside_9,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    p1_times,
                    arraySort(p1_unsorted_14) AS p1_merged_15
                FROM
                (
                    SELECT
                        p1_values_10,
                        p1_asks_12,
                        p1_near_18,
                        p1_beside_9,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        p1_times,
                        arraySort((i, w) -> w, arrayEnumerate(p1_asks_12), p1_asks_12) AS p1_order_13,
                        arrayConcat(p1_of_11, p1_asks_12) AS p1_unsorted_14
                    FROM
                    (
                        SELECT
                            p1_of_11,
                            p1_values_10,
                            p1_near_18,
                            p1_beside_9,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            p1_times,
                            arrayMap(w -> bitOr(bitAnd(w, toUInt128('340282366920923956353538950406695026688')), 1), p1_latest_6) AS p1_asks_12
                        FROM
                        (
                            SELECT
                                p1_of_11,
                                p1_values_10,
                                p1_near_18,
                                p1_beside_9,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), toUInt128(0), bitXor(f, toUInt128('4835703278177041722114048'))), arrayFilter((f, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arrayFill(m -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_5), p1_merged_5)) AS p1_latest_6,
                                p1_near_18 AS p1_askings,
                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_18) AS p1_times
                            FROM
                            (
                                SELECT
                                    p1_of_11,
                                    p1_values_10,
                                    p1_beside_9,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_18
                                FROM
                                (
                                    SELECT
                                        p1_near,
                                        p1_of_11,
                                        p1_values_10,
                                        p1_beside_9,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_4
                                    FROM
                                    (
                                        SELECT
                                            p1_of_11,
                                            p1_values_10,
                                            p1_beside_9,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), elements, element_bits) AS p1_near
                                        FROM
                                        (
                                            SELECT
                                                elements,
                                                p1_of_11,
                                                p1_values_10,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                                arraySort((v, e) -> e, p1_values_7, p1_of_8) AS p1_beside_9
                                            FROM
                                            (
                                                SELECT
                                                    customer_key,
                                                    k_order_id AS subject_key,
                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                    toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_for_whom = {p6:String}), 0))) = 1, 1, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p7:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                    groupArrayIf(ifNull(p_amount, nan), (name = {p8:String})) AS p1_values_7,
                                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p8:String})) AS p1_of_8,
                                                    groupArrayIf(ifNull(p_total, nan), (name = {p5:String})) AS p1_values_10,
                                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p5:String})) AS p1_of_11
                                                FROM events
                                                WHERE (name IN ({p8:String}, {p5:String}, {p7:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_20), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayResize(CAST([], 'Array(UInt128)'), length(p1_askings))) AS n,
    arrayConcat(p1_verdict_20) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_20), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_20), toInt64(-4611686018427387904))) AS h,
    arrayConcat(p1_measured_17) AS x,
    arrayConcat(arrayMap(v -> {p9:Float64}, p1_verdict_20)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_20), nan)) AS g;

-- money-back: Your money is back within five working days
SET param_p1 = '[\'money-back\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p4 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000, 1777420800000, 1777507200000, 1777852800000, 1777939200000, 1778025600000, 1778112000000, 1778198400000, 1778457600000, 1778544000000, 1778630400000, 1778803200000, 1779062400000, 1779148800000, 1779235200000, 1779321600000, 1779408000000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p9 = '[\'refund.paid\', \'refund.asked\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'somebody else';
SET param_p12 = 'review.given';
SET param_p13 = 'refund.asked';
SET param_p14 = 'refund.paid';
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
        p1_verdict_17,
        p1_askings,
        p1_due_14,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_17) AS p1_answer_18
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_14,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_14, p1_due_14) AS p1_verdict_17
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_11, p1_before_12, p1_after_13), p1_due_day_10) AS p1_due_14
            FROM
            (
                SELECT
                    p1_local_11,
                    p1_before_12,
                    p1_due_day_10,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_11, p1_before_12) AS p1_after_13
                FROM
                (
                    SELECT
                        p1_local_11,
                        p1_due_day_10,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_11) AS p1_before_12
                    FROM
                    (
                        SELECT
                            p1_due_day_10,
                            p1_first_6,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_8, p1_day_9, p1_due_day_10) AS p1_local_11
                        FROM
                        (
                            SELECT
                                p1_begun_8,
                                p1_day_9,
                                p1_first_6,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(d -> (d + 5), p1_day_9) AS p1_due_day_10
                            FROM
                            (
                                SELECT
                                    p1_first_6,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arrayMap((t, i) -> greatest(t, arrayElement({p3:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_7) AS p1_begun_8,
                                    arrayMap(i -> arrayElement({p7:Array(Int64)}, toInt64(i) + 1), p1_place_7) AS p1_day_9
                                FROM
                                (
                                    SELECT
                                        p1_times,
                                        p1_first_6,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        p1_askings,
                                        arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20562) + 1), p1_times)) AS p1_place_7
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                                            p1_near_15 AS p1_askings,
                                            arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_15) AS p1_times
                                        FROM
                                        (
                                            SELECT
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                                arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_15
                                            FROM
                                            (
                                                SELECT
                                                    p1_near,
                                                    customer_key,
                                                    subject_key,
                                                    occasion_place,
                                                    felt,
                                                    arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_4
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
                                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                                toUInt16(multiIf(max(((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0))) = 1, 1, 0)) AS occasion_place,
                                                                argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                            FROM events
                                                            WHERE (name IN ({p10:String}, {p13:String}, {p14:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_17), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_14) AS d,
    arrayConcat(p1_answer_18) AS n,
    arrayConcat(p1_verdict_17) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_17), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_17), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS g;

-- answered-the-same-day: Somebody answers the same day
SET param_p1 = '[\'answered-the-same-day\']';
SET param_p2 = '[\'\', \'gift\']';
SET param_p3 = '[1776664800000, 1776751200000, 1776837600000, 1776924000000, 1777010400000, 1777269600000, 1777356000000, 1777442400000, 1777528800000, 1777874400000, 1777960800000, 1778047200000, 1778133600000, 1778220000000, 1778479200000, 1778565600000, 1778652000000, 1778824800000, 1779084000000, 1779170400000, 1779256800000, 1779343200000, 1779429600000]';
SET param_p4 = '[0, 28800000, 57600000, 86400000, 115200000, 144000000, 172800000, 201600000, 230400000, 259200000, 288000000, 316800000, 345600000, 374400000, 403200000, 432000000, 460800000, 489600000, 518400000, 547200000, 576000000, 604800000, 633600000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22]';
SET param_p6 = '[1776693600000, 1776780000000, 1776866400000, 1776952800000, 1777039200000, 1777298400000, 1777384800000, 1777471200000, 1777557600000, 1777903200000, 1777989600000, 1778076000000, 1778162400000, 1778248800000, 1778508000000, 1778594400000, 1778680800000, 1778853600000, 1779112800000, 1779199200000, 1779285600000, 1779372000000, 1779458400000]';
SET param_p7 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 9, 9, 9, 10, 11, 12, 13, 14, 14, 14, 15, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'question.answered\', \'question.asked\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'somebody else';
SET param_p12 = 'review.given';
SET param_p13 = 'question.answered';
SET param_p14 = 'question.asked';
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
        p1_verdict_14,
        p1_askings,
        p1_due_11,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_14) AS p1_answer_15
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_11,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1778706000000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_11, p1_due_11) AS p1_verdict_14
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_8, p1_interval_10) AS p1_due_11
            FROM
            (
                SELECT
                    p1_wanted_8,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 23))), p1_wanted_8, p1_at_step_9) AS p1_interval_10
                FROM
                (
                    SELECT
                        p1_wanted_8,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_8) AS p1_at_step_9
                    FROM
                    (
                        SELECT
                            p1_first_6,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(s -> (s + 21600000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_7)) AS p1_wanted_8
                        FROM
                        (
                            SELECT
                                p1_times,
                                p1_first_6,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20562) + 1), p1_times)) AS p1_place_7
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                                    p1_near_12 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_12) AS p1_times
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_12
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_4
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
                                                        toUInt64(0) AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p10:String}) AND ifNull((p_for_whom = {p11:String}), 0))) = 1, 1, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p10:String}, {p13:String}, {p14:String}, {p12:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1778706000000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_14), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_11) AS d,
    arrayConcat(p1_answer_15) AS n,
    arrayConcat(p1_verdict_14) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_14), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_14), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_14), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_14), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_14), nan)) AS g;
