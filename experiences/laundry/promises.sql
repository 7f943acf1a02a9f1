-- washing-within-a-week: Delivered, installed and washing within a week
SET param_p1 = '[\'washing-within-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'installation.completed\', \'order.placed\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'installation.completed';
SET param_p13 = 'order.cancelled';
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
        p1_verdict_32,
        p1_askings,
        p1_due_25,
        p1_target_34,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_32) AS p1_answer_33
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_25,
            p1_target_34,
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_25, p1_due_25) AS p1_verdict_32
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
                multiIf(occasion_place = 1, p1_due_20, occasion_place = 3, p1_due_24, p1_due_16) AS p1_due_25,
                p1_due_20 AS p1_target_34
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
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_17, p1_before_18, p1_after_19) AS p1_due_20,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_21, p1_before_22, p1_after_23) AS p1_due_24
                FROM
                (
                    SELECT
                        p1_local_13,
                        p1_before_14,
                        p1_local_17,
                        p1_before_18,
                        p1_local_21,
                        p1_before_22,
                        occasion_place,
                        p1_first_6,
                        p1_first_12,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_13, p1_before_14) AS p1_after_15,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_17, p1_before_18) AS p1_after_19,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_21, p1_before_22) AS p1_after_23
                    FROM
                    (
                        SELECT
                            p1_local_13,
                            p1_local_17,
                            p1_local_21,
                            occasion_place,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_13) AS p1_before_14,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_17) AS p1_before_18,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_21) AS p1_before_22
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
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_13,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 4)), p1_times) AS p1_local_17,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 10)), p1_times) AS p1_local_21
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
                                    p1_near_30 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_30) AS p1_times
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                        arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_30
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
                                                        toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p7:String}, {p12:String}, {p13:String}, {p5:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_32), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_25) AS d,
    arrayConcat(p1_answer_33) AS n,
    arrayConcat(p1_verdict_32) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_33, p1_verdict_32, p1_target_34)) AS o,
    arrayConcat(p1_target_34) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_32), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_32), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_32), nan)) AS g;

-- arrives-on-the-day: Your machine comes by the day we named
SET param_p1 = '[\'arrives-on-the-day\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[\'parcel.delivered\', \'order.placed\', \'order.cancelled\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'broken';
SET param_p6 = 'claim.opened';
SET param_p7 = 'moving';
SET param_p8 = 'gift';
SET param_p9 = 'upgrade';
SET param_p10 = 'review.given';
SET param_p11 = 'Europe/Helsinki';
SET param_p12 = 'order.cancelled';
SET param_p13 = 'parcel.delivered';
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
            arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_beside_15, p1_beside_15) AS p1_verdict_19
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
                                            toUInt16(multiIf(max((((name = {p4:String}) AND ifNull((p_reason = {p5:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p5:String}), 0)))) = 1, 1, max((((name = {p4:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)))) = 1, 2, max((((name = {p4:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 3, max((((name = {p4:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                            argMaxOrNullIf(multiIf(name = {p10:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                            groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_promised_for, 1), 3, {p11:String})) - 1), -4611686018427387903), (name = {p4:String})) AS p1_values_13,
                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p4:String})) AS p1_of_14
                                        FROM events
                                        WHERE (name IN ({p6:String}, {p12:String}, {p4:String}, {p13:String}, {p10:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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

-- electrician-when-named: The electrician is there by the hour we named
SET param_p1 = '[\'electrician-when-named\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[\'installation.started\', \'installation.booked\', \'installation.moved\', \'order.cancelled\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'broken';
SET param_p6 = 'claim.opened';
SET param_p7 = 'moving';
SET param_p8 = 'gift';
SET param_p9 = 'upgrade';
SET param_p10 = 'review.given';
SET param_p11 = 'installation.booked';
SET param_p12 = 'installation.moved';
SET param_p13 = 'installation.started';
SET param_p14 = 'order.cancelled';
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
        p1_verdict_25,
        p1_askings,
        p1_due_27,
        arrayMap((n, b, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))) OR ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt128(0), n), p1_first_6, p1_first_12, p1_verdict_25) AS p1_answer_26
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
            p1_due_27,
            arrayMap((n, b, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((b = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= (toInt64(bitShiftRight(b, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt8(3), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_first_18, p1_beside_21, p1_beside_21) AS p1_verdict_25
        FROM
        (
            SELECT
                p1_beside_21,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                p1_due_27,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_17), p1_merged_17)) AS p1_first_18
            FROM
            (
                SELECT
                    p1_beside_21,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    p1_due_27,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 8) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_15, p1_near_bits_16)) AS p1_merged_17
                FROM
                (
                    SELECT
                        p1_near_3,
                        p1_near_9,
                        p1_near_15,
                        p1_beside_21,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_due_27,
                        arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                        arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                        arrayMap(x -> toUInt64(x), p1_near_15) AS p1_near_bits_16,
                        p1_near_23 AS p1_askings
                    FROM
                    (
                        SELECT
                            p1_beside_21,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_due_27,
                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                            arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                            arrayFilter((x, m) -> (bitAnd(m, 10) != 0), p1_near, p1_near_bits) AS p1_near_15,
                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_23
                        FROM
                        (
                            SELECT
                                p1_near,
                                p1_beside_21,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_due_27,
                                arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                            FROM
                            (
                                SELECT
                                    p1_beside_21,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arrayFilter((x, m) -> (bitAnd(m, 15) != 0), elements, element_bits) AS p1_near,
                                    p1_beside_21 AS p1_due_27
                                FROM
                                (
                                    SELECT
                                        elements,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                        arraySort((v, e) -> e, p1_values_19, p1_of_20) AS p1_beside_21
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            k_order_id AS subject_key,
                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p3:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4), toUInt64(8)], toUInt64(0)), 'UInt64'))))) AS elements,
                                            toUInt16(multiIf(max((((name = {p4:String}) AND ifNull((p_reason = {p5:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p5:String}), 0)))) = 1, 1, max((((name = {p4:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)))) = 1, 2, max((((name = {p4:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 3, max((((name = {p4:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                            argMaxOrNullIf(multiIf(name = {p10:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                            groupArrayIf(ifNull(toInt64(toUnixTimestamp64Milli(p_here_by)), -4611686018427387903), (name = {p11:String})) AS p1_values_19,
                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p11:String})) AS p1_of_20
                                        FROM events
                                        WHERE (name IN ({p6:String}, {p11:String}, {p12:String}, {p13:String}, {p14:String}, {p4:String}, {p10:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_25), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_27, p1_verdict_25)) AS d,
    arrayConcat(p1_answer_26) AS n,
    arrayConcat(p1_verdict_25) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_25), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_25), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS g;

-- arrives-whole: It arrives undamaged
SET param_p1 = '[\'arrives-whole\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'parcel.damaged\', \'parcel.shipped\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'parcel.damaged';
SET param_p13 = 'parcel.shipped';
SET param_p14 = '0';
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
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776027600000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_14, p1_due_6) AS p1_verdict_15
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
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 14)), p1_times) AS p1_local_3
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
                                                        toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p7:String}, {p5:String}, {p12:String}, {p13:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayMap(v -> {p14:Float64}, p1_verdict_15)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_15), nan)) AS g;

-- told-before-you-ask: If something goes wrong, we tell you before you have to ask
SET param_p1 = '[\'told-before-you-ask\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p4 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 216000000, 252000000, 288000000, 324000000, 360000000, 396000000, 432000000, 468000000, 504000000, 540000000, 576000000, 612000000, 648000000, 684000000, 720000000, 756000000, 792000000, 828000000, 864000000, 900000000, 936000000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31]';
SET param_p6 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p7 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'customer.told\', \'parcel.damaged\']';
SET param_p10 = 'contact.opened';
SET param_p11 = 'damage';
SET param_p12 = 'order.placed';
SET param_p13 = 'broken';
SET param_p14 = 'claim.opened';
SET param_p15 = 'moving';
SET param_p16 = 'gift';
SET param_p17 = 'upgrade';
SET param_p18 = 'review.given';
SET param_p19 = 'customer.told';
SET param_p20 = 'parcel.damaged';
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
        p1_verdict_20,
        p1_askings,
        p1_due_17,
        arrayMap((n, b, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))) OR ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt128(0), n), p1_first_6, p1_first_12, p1_verdict_20) AS p1_answer_21
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
            p1_due_17,
            arrayMap((n, b, h, d) -> multiIf(((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt8(3), n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_17, p1_due_17) AS p1_verdict_20
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
                arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_14, p1_interval_16) AS p1_due_17
            FROM
            (
                SELECT
                    p1_wanted_14,
                    p1_first_6,
                    p1_first_12,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 32))), p1_wanted_14, p1_at_step_15) AS p1_interval_16
                FROM
                (
                    SELECT
                        p1_wanted_14,
                        p1_first_6,
                        p1_first_12,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_14) AS p1_at_step_15
                    FROM
                    (
                        SELECT
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                            arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_13)) AS p1_wanted_14
                        FROM
                        (
                            SELECT
                                p1_times,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20512) + 1), p1_times)) AS p1_place_13
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
                                    p1_near_18 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_18) AS p1_times
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                        arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_18
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
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'), if((name = {p10:String}) AND ifNull((p_topic = {p11:String}), 0), toUInt64(4), toUInt64(0))))))) AS elements,
                                                        toUInt16(multiIf(max((((name = {p12:String}) AND ifNull((p_reason = {p13:String}), 0)) OR ((name = {p14:String}) AND ifNull((p_reason = {p13:String}), 0)))) = 1, 1, max((((name = {p12:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p14:String}) AND ifNull((p_reason = {p15:String}), 0)))) = 1, 2, max((((name = {p12:String}) AND ifNull((p_reason = {p16:String}), 0)) OR ((name = {p14:String}) AND ifNull((p_reason = {p16:String}), 0)))) = 1, 3, max((((name = {p12:String}) AND ifNull((p_reason = {p17:String}), 0)) OR ((name = {p14:String}) AND ifNull((p_reason = {p17:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p18:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p14:String}, {p10:String}, {p19:String}, {p12:String}, {p20:String}, {p18:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_20), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_17) AS d,
    arrayConcat(p1_answer_21) AS n,
    arrayConcat(p1_verdict_20) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_20), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_20), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_20), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_20), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_20), nan)) AS g;

-- replaced-within-a-week: A damaged machine is replaced within a week
SET param_p1 = '[\'replaced-within-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'replacement.delivered\', \'claim.opened\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'order.cancelled';
SET param_p13 = 'replacement.delivered';
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
            arrayMap((n, u, h, d) -> multiIf(((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_21, p1_due_21) AS p1_verdict_28
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
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_13,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_17
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
                                                        k_claim_id AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p7:String}, {p12:String}, {p5:String}, {p13:String}, {p11:String})) AND (k_claim_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_29, p1_verdict_28, p1_target_30)) AS o,
    arrayConcat(p1_target_30) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_28), nan)) AS g;

-- old-machine-goes: We take your old machine with us
SET param_p1 = '[\'old-machine-goes\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[\'old-machine.collected\', \'order.cancelled\', \'installation.completed\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'broken';
SET param_p6 = 'claim.opened';
SET param_p7 = 'moving';
SET param_p8 = 'gift';
SET param_p9 = 'upgrade';
SET param_p10 = 'review.given';
SET param_p11 = 'installation.completed';
SET param_p12 = 'old-machine.collected';
SET param_p13 = 'order.cancelled';
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
        p1_verdict_22,
        p1_askings,
        p1_due_24,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_22) AS p1_answer_23
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_24,
            arrayMap((n, u, e, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, if(e != 0, toUInt8(3), toUInt8(4)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_first_18, p1_due_19, p1_due_19) AS p1_verdict_22
        FROM
        (
            SELECT
                p1_due_19,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_17), p1_merged_17)) AS p1_first_18,
                p1_due_19 AS p1_due_24
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
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 12) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_15, p1_near_bits_16)) AS p1_merged_17,
                    arrayMap(t -> toInt64(-4611686018427387904), p1_times) AS p1_due_19
                FROM
                (
                    SELECT
                        p1_near_3,
                        p1_near_9,
                        p1_near_15,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                        arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                        arrayMap(x -> toUInt64(x), p1_near_15) AS p1_near_bits_16,
                        p1_near_20 AS p1_askings,
                        arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_20) AS p1_times
                    FROM
                    (
                        SELECT
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                            arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                            arrayFilter((x, m) -> (bitAnd(m, 14) != 0), p1_near, p1_near_bits) AS p1_near_15,
                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_20
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
                                    arrayFilter((x, m) -> (bitAnd(m, 15) != 0), elements, element_bits) AS p1_near
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
                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p3:Array(String)}, [toUInt64(1), toUInt64(4), toUInt64(8)], toUInt64(0)), 'UInt64'), if((name = {p4:String}) AND ifNull((p_takes_old = true), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                            toUInt16(multiIf(max((((name = {p4:String}) AND ifNull((p_reason = {p5:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p5:String}), 0)))) = 1, 1, max((((name = {p4:String}) AND ifNull((p_reason = {p7:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p7:String}), 0)))) = 1, 2, max((((name = {p4:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 3, max((((name = {p4:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p6:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                            argMaxOrNullIf(multiIf(name = {p10:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                        FROM events
                                        WHERE (name IN ({p6:String}, {p11:String}, {p12:String}, {p13:String}, {p4:String}, {p10:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_22), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_24, p1_verdict_22)) AS d,
    arrayConcat(p1_answer_23) AS n,
    arrayConcat(p1_verdict_22) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_22), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_22), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS g;

-- tested-before-it-leaves: Every machine is tested before it leaves
SET param_p1 = '[\'tested-before-it-leaves\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'machine.tested\', \'parcel.shipped\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'machine.tested';
SET param_p13 = 'parcel.shipped';
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
        p1_latest_6,
        arrayMap((n, l, t) -> if((n != 0) AND (l >= t), toUInt8(1), toUInt8(3)), p1_latest_6, p1_lasts_11, p1_times) AS p1_verdict_14
    FROM
    (
        SELECT
            p1_latest_6,
            p1_times,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_8, p1_before_9, p1_after_10) AS p1_lasts_11
        FROM
        (
            SELECT
                p1_local_8,
                p1_before_9,
                p1_latest_6,
                p1_times,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_8, p1_before_9) AS p1_after_10
            FROM
            (
                SELECT
                    p1_local_8,
                    p1_latest_6,
                    p1_times,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_8) AS p1_before_9
                FROM
                (
                    SELECT
                        p1_latest_6,
                        p1_times,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 14)), p1_done_7) AS p1_local_8
                    FROM
                    (
                        SELECT
                            p1_latest_6,
                            p1_times,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(n -> (toInt64(bitShiftRight(n, 84)) - 2208988800000), p1_latest_6) AS p1_done_7
                        FROM
                        (
                            SELECT
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), toUInt128(0), bitXor(f, toUInt128('4835703278177041722114048'))), arrayFilter((f, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arrayFill(m -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_5), p1_merged_5)) AS p1_latest_6,
                                p1_near_12 AS p1_askings,
                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_12) AS p1_times
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near, p1_near_bits_4)) AS p1_merged_5,
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
                                                    k_order_id AS subject_key,
                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                    toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                FROM events
                                                WHERE (name IN ({p7:String}, {p12:String}, {p5:String}, {p13:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_14), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(1), n, toUInt128(0)), p1_latest_6, p1_verdict_14)) AS n,
    arrayConcat(p1_verdict_14) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_14), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_14), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(v -> if(v = toUInt8(1), 1., 0.), p1_verdict_14)) AS x,
    arrayConcat(arrayMap(v -> 1., p1_verdict_14)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_14), nan)) AS g;

-- price-as-quoted: You pay what we quoted
SET param_p1 = '[\'price-as-quoted\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '1e-9';
SET param_p4 = '[\'quote.given\', \'invoice.sent\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'invoice.sent';
SET param_p13 = 'quote.given';
SET param_p14 = '0';
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
                                                    toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                    groupArrayIf(ifNull(p_amount, nan), (name = {p12:String})) AS p1_values_7,
                                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p12:String})) AS p1_of_8,
                                                    groupArrayIf(ifNull(p_amount, nan), (name = {p13:String})) AS p1_values_10,
                                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p13:String})) AS p1_of_11
                                                FROM events
                                                WHERE (name IN ({p7:String}, {p12:String}, {p5:String}, {p13:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayMap(v -> {p14:Float64}, p1_verdict_20)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_20), nan)) AS g;

-- somebody-asks: Somebody asks you whether it washes well
SET param_p1 = '[\'somebody-asks\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'care.called\', \'installation.completed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'care.called';
SET param_p13 = 'installation.completed';
SET param_p14 = '1';
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
        p1_verdict_17,
        p1_askings,
        p1_due_6,
        p1_deciding_16,
        arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_10, p1_merged_9), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_9, p1_merged_9)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_10, p1_merged_9), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_9, p1_merged_9))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near_18)) AS p1_counted_11
    FROM
    (
        SELECT
            p1_merged_9,
            p1_near_18,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_6,
            p1_deciding_16,
            arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_9) AS p1_running_10,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(1), 1776027600000 <= d, toUInt8(4), toUInt8(3)), p1_deciding_16, p1_due_6) AS p1_verdict_17
        FROM
        (
            SELECT
                p1_near_18,
                p1_due_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arraySort(arrayConcat(arrayConcat(p1_near_18, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near_18, p1_due_6)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_9,
                arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_15, p1_due_6) AS p1_deciding_16
            FROM
            (
                SELECT
                    p1_near_18,
                    p1_near_1,
                    p1_nth_15,
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
                        p1_near_18,
                        p1_near_1,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_3, p1_before_4) AS p1_after_5,
                        arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arraySort((v, m) -> m, arrayConcat(arrayMap(a -> toUInt128(0), p1_near_18), arrayShiftLeft(p1_sorted_12, toInt64(1) - 1)), p1_unsorted_13), p1_merged_14), p1_merged_14) AS p1_nth_15
                    FROM
                    (
                        SELECT
                            p1_local_3,
                            p1_near_18,
                            p1_near_1,
                            p1_sorted_12,
                            p1_unsorted_13,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_3) AS p1_before_4,
                            arraySort(p1_unsorted_13) AS p1_merged_14
                        FROM
                        (
                            SELECT
                                p1_near_18,
                                p1_near_1,
                                p1_sorted_12,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 21)), p1_times) AS p1_local_3,
                                arrayConcat(p1_near_18, p1_sorted_12) AS p1_unsorted_13
                            FROM
                            (
                                SELECT
                                    p1_near_18,
                                    p1_near_1,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_near_18 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_18) AS p1_times,
                                    arraySort(arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1)) AS p1_sorted_12
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_18,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1
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
                                                        toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p12:String}, {p7:String}, {p13:String}, {p5:String}, {p11:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_17), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_16) AS n,
    arrayConcat(p1_verdict_17) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_17), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_17), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_11)) AS x,
    arrayConcat(arrayMap(v -> {p14:Float64}, p1_verdict_17)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS g;

-- solved-for-good: Your trouble is solved within two working days, and stays solved
SET param_p1 = '[\'solved-for-good\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p4 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]';
SET param_p8 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p9 = '[\'contact.solved\', \'contact.opened\', \'contact.reopened\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'broken';
SET param_p12 = 'claim.opened';
SET param_p13 = 'moving';
SET param_p14 = 'gift';
SET param_p15 = 'upgrade';
SET param_p16 = 'review.given';
SET param_p17 = 'contact.opened';
SET param_p18 = 'contact.reopened';
SET param_p19 = 'contact.solved';
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
        p1_verdict_30,
        p1_askings,
        p1_due_19,
        p1_target_32,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_11, p1_verdict_30) AS p1_answer_31
    FROM
    (
        SELECT
            p1_first_11,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_19,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_11, p1_due_19, p1_due_19) AS p1_verdict_30,
            p1_due_27 AS p1_target_32
        FROM
        (
            SELECT
                p1_first_11,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_16, p1_before_17, p1_after_18), p1_due_day_15) AS p1_due_19,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_24, p1_before_25, p1_after_26), p1_due_day_23) AS p1_due_27
            FROM
            (
                SELECT
                    p1_local_16,
                    p1_before_17,
                    p1_due_day_15,
                    p1_local_24,
                    p1_before_25,
                    p1_due_day_23,
                    p1_first_11,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_16, p1_before_17) AS p1_after_18,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_24, p1_before_25) AS p1_after_26
                FROM
                (
                    SELECT
                        p1_local_16,
                        p1_due_day_15,
                        p1_local_24,
                        p1_due_day_23,
                        p1_first_11,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_16) AS p1_before_17,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_24) AS p1_before_25
                    FROM
                    (
                        SELECT
                            p1_due_day_15,
                            p1_due_day_23,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap((f, m) -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_found_10, p1_merged_9), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_9, p1_merged_9)) AS p1_first_11,
                            arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_15) AS p1_local_16,
                            arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_23) AS p1_local_24
                        FROM
                        (
                            SELECT
                                p1_merged_9,
                                p1_begun_13,
                                p1_day_14,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_9, p1_merged_9) AS p1_found_10,
                                arrayMap(d -> (d + 2), p1_day_14) AS p1_due_day_15,
                                arrayMap(d -> (d + 1), p1_day_14) AS p1_due_day_23
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arraySort(arrayConcat(p1_from_6, arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_9,
                                    arrayMap((t, i) -> greatest(t, arrayElement({p3:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_12) AS p1_begun_13,
                                    arrayMap(i -> arrayElement({p7:Array(Int64)}, toInt64(i) + 1), p1_place_12) AS p1_day_14
                                FROM
                                (
                                    SELECT
                                        p1_near_1,
                                        p1_times,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        p1_askings,
                                        arrayMap(a -> greatest(a, p1_undone_5), p1_near_28) AS p1_from_6,
                                        arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20512) + 1), p1_times)) AS p1_place_12
                                    FROM
                                    (
                                        SELECT
                                            p1_near_28,
                                            p1_near_1,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            bitAnd(arrayMax(p1_near_3), toUInt128('340282366920919120650260773364972912640')) AS p1_undone_5,
                                            p1_near_28 AS p1_askings,
                                            arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_28) AS p1_times
                                        FROM
                                        (
                                            SELECT
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arrayFilter((x, m) -> (bitAnd(m, 4) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                                arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_28,
                                                arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1
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
                                                                k_ticket_id AS subject_key,
                                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                                toUInt16(multiIf(max((((name = {p10:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p11:String}), 0)))) = 1, 1, max((((name = {p10:String}) AND ifNull((p_reason = {p13:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p13:String}), 0)))) = 1, 2, max((((name = {p10:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p14:String}), 0)))) = 1, 3, max((((name = {p10:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p15:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                                argMaxOrNullIf(multiIf(name = {p16:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                            FROM events
                                                            WHERE (name IN ({p12:String}, {p17:String}, {p18:String}, {p19:String}, {p10:String}, {p16:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_30), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_19) AS d,
    arrayConcat(p1_answer_31) AS n,
    arrayConcat(p1_verdict_30) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_31, p1_verdict_30, p1_target_32)) AS o,
    arrayConcat(p1_target_32) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_30), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_30), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_30), nan)) AS g;

-- one-call-is-enough: You need to call us only once
SET param_p1 = '[\'one-call-is-enough\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'contact.opened\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'contact.opened';
SET param_p13 = '1';
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
        p1_verdict_12,
        p1_askings,
        p1_due_6,
        p1_deciding_11,
        arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_8, p1_merged_7), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_7, p1_merged_7)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_8, p1_merged_7), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_7, p1_merged_7))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near)) AS p1_counted_9
    FROM
    (
        SELECT
            p1_merged_7,
            p1_near,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_6,
            p1_deciding_11,
            arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776027600000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_11, p1_due_6) AS p1_verdict_12
        FROM
        (
            SELECT
                p1_near,
                p1_due_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arraySort(arrayConcat(arrayConcat(p1_near, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near, p1_due_6)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_10, p1_due_6) AS p1_deciding_11
            FROM
            (
                SELECT
                    p1_near,
                    p1_nth_10,
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
                        p1_near,
                        p1_nth_10,
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
                            p1_near,
                            p1_nth_10,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_3) AS p1_before_4
                        FROM
                        (
                            SELECT
                                p1_near,
                                p1_nth_10,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_3
                            FROM
                            (
                                SELECT
                                    p1_near,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_near AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near) AS p1_times,
                                    arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 84) = bitShiftRight(p, 84))), arrayShiftLeft(p1_near, toInt64(2) - 1), p1_near, arrayShiftRight(p1_near, 1)) AS p1_nth_10
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS p1_near
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
                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                            FROM events
                                            WHERE (name IN ({p7:String}, {p12:String}, {p5:String}, {p11:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_12), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_11) AS n,
    arrayConcat(p1_verdict_12) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_12), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_12), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(arrayMap(v -> {p13:Float64}, p1_verdict_12)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_12), nan)) AS g;

-- money-back-in-a-week: If you cancel, your money is back within five working days
SET param_p1 = '[\'money-back-in-a-week\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = '[1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000]';
SET param_p4 = '[1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]';
SET param_p8 = '[0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 24, 24, 24, 24, 25, 26, 27, 28, 28, 28, 29, 30, 31]';
SET param_p9 = '[\'refund.paid\', \'order.cancelled\']';
SET param_p10 = 'order.placed';
SET param_p11 = 'broken';
SET param_p12 = 'claim.opened';
SET param_p13 = 'moving';
SET param_p14 = 'gift';
SET param_p15 = 'upgrade';
SET param_p16 = 'review.given';
SET param_p17 = 'order.cancelled';
SET param_p18 = 'refund.paid';
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
        p1_verdict_25,
        p1_askings,
        p1_due_14,
        p1_target_27,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_25) AS p1_answer_26
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
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_14, p1_due_14) AS p1_verdict_25,
            p1_due_22 AS p1_target_27
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_11, p1_before_12, p1_after_13), p1_due_day_10) AS p1_due_14,
                arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_19, p1_before_20, p1_after_21), p1_due_day_18) AS p1_due_22
            FROM
            (
                SELECT
                    p1_local_11,
                    p1_before_12,
                    p1_due_day_10,
                    p1_local_19,
                    p1_before_20,
                    p1_due_day_18,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_11, p1_before_12) AS p1_after_13,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_19, p1_before_20) AS p1_after_21
                FROM
                (
                    SELECT
                        p1_local_11,
                        p1_due_day_10,
                        p1_local_19,
                        p1_due_day_18,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_11) AS p1_before_12,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_19) AS p1_before_20
                    FROM
                    (
                        SELECT
                            p1_due_day_10,
                            p1_due_day_18,
                            p1_first_6,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_8, p1_day_9, p1_due_day_10) AS p1_local_11,
                            arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_8, p1_day_9, p1_due_day_18) AS p1_local_19
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
                                arrayMap(d -> (d + 5), p1_day_9) AS p1_due_day_10,
                                arrayMap(d -> (d + 3), p1_day_9) AS p1_due_day_18
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
                                        arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20512) + 1), p1_times)) AS p1_place_7
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                                            p1_near_23 AS p1_askings,
                                            arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_23) AS p1_times
                                        FROM
                                        (
                                            SELECT
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                                arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_23
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
                                                                toUInt16(multiIf(max((((name = {p10:String}) AND ifNull((p_reason = {p11:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p11:String}), 0)))) = 1, 1, max((((name = {p10:String}) AND ifNull((p_reason = {p13:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p13:String}), 0)))) = 1, 2, max((((name = {p10:String}) AND ifNull((p_reason = {p14:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p14:String}), 0)))) = 1, 3, max((((name = {p10:String}) AND ifNull((p_reason = {p15:String}), 0)) OR ((name = {p12:String}) AND ifNull((p_reason = {p15:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                                argMaxOrNullIf(multiIf(name = {p16:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                            FROM events
                                                            WHERE (name IN ({p12:String}, {p17:String}, {p10:String}, {p18:String}, {p16:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_25), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_14) AS d,
    arrayConcat(p1_answer_26) AS n,
    arrayConcat(p1_verdict_25) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_26, p1_verdict_25, p1_target_27)) AS o,
    arrayConcat(p1_target_27) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS g;

-- detergent-before-it-runs-out: Detergent comes within three days
SET param_p1 = '[\'detergent-before-it-runs-out\']';
SET param_p2 = '[\'\', \'broken-machine\', \'new-home\', \'gift\', \'upgrade\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'supplies.delivered\', \'supplies.ordered\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'broken';
SET param_p7 = 'claim.opened';
SET param_p8 = 'moving';
SET param_p9 = 'gift';
SET param_p10 = 'upgrade';
SET param_p11 = 'review.given';
SET param_p12 = 'supplies.delivered';
SET param_p13 = 'supplies.ordered';
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
        p1_due_10,
        p1_target_19,
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
            p1_due_10,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776027600000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_10, p1_due_10) AS p1_verdict_17,
            p1_due_14 AS p1_target_19
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, p1_after_9) AS p1_due_10,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_11, p1_before_12, p1_after_13) AS p1_due_14
            FROM
            (
                SELECT
                    p1_local_7,
                    p1_before_8,
                    p1_local_11,
                    p1_before_12,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_7, p1_before_8) AS p1_after_9,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_11, p1_before_12) AS p1_after_13
                FROM
                (
                    SELECT
                        p1_local_7,
                        p1_local_11,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_7) AS p1_before_8,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_11) AS p1_before_12
                    FROM
                    (
                        SELECT
                            p1_first_6,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 3)), p1_times) AS p1_local_7,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 2)), p1_times) AS p1_local_11
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
                                                    k_supplies_id AS subject_key,
                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                    toUInt16(multiIf(max((((name = {p5:String}) AND ifNull((p_reason = {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p6:String}), 0)))) = 1, 1, max((((name = {p5:String}) AND ifNull((p_reason = {p8:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p8:String}), 0)))) = 1, 2, max((((name = {p5:String}) AND ifNull((p_reason = {p9:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p9:String}), 0)))) = 1, 3, max((((name = {p5:String}) AND ifNull((p_reason = {p10:String}), 0)) OR ((name = {p7:String}) AND ifNull((p_reason = {p10:String}), 0)))) = 1, 4, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_stars), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                FROM events
                                                WHERE (name IN ({p7:String}, {p5:String}, {p11:String}, {p12:String}, {p13:String})) AND (k_supplies_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776027600000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_17), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(p1_answer_18) AS n,
    arrayConcat(p1_verdict_17) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776027600000 > g, toInt8(0), toInt8(-1)), p1_answer_18, p1_verdict_17, p1_target_19)) AS o,
    arrayConcat(p1_target_19) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS g;
