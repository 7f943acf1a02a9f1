-- online-in-two-weeks: Online two weeks after you order
SET param_p1 = '[\'online-in-two-weeks\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'line.connected\', \'order.placed\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
SET param_p13 = 'line.connected';
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
        p1_verdict_34,
        p1_askings,
        p1_due_37,
        p1_target_36,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_34) AS p1_answer_35
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_25, p1_due_25) AS p1_verdict_34,
            p1_due_31 AS p1_target_36,
            p1_due_25 AS p1_due_37
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
                multiIf(occasion_place = 1, p1_due_20, occasion_place = 2, p1_beside_23, p1_due_16) AS p1_due_25,
                multiIf(occasion_place = 1, p1_due_30, p1_due_29) AS p1_due_31
            FROM
            (
                SELECT
                    occasion_place,
                    p1_beside_23,
                    p1_due_30,
                    p1_first_6,
                    p1_first_12,
                    customer_key,
                    subject_key,
                    felt,
                    p1_askings,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_13, p1_before_14, p1_after_15) AS p1_due_16,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_17, p1_before_18, p1_after_19) AS p1_due_20,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_26, p1_before_27, p1_after_28) AS p1_due_29
                FROM
                (
                    SELECT
                        p1_local_13,
                        p1_before_14,
                        p1_local_17,
                        p1_before_18,
                        occasion_place,
                        p1_beside_23,
                        p1_local_26,
                        p1_before_27,
                        p1_due_30,
                        p1_first_6,
                        p1_first_12,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_13, p1_before_14) AS p1_after_15,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_17, p1_before_18) AS p1_after_19,
                        arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_26, p1_before_27) AS p1_after_28
                    FROM
                    (
                        SELECT
                            p1_local_13,
                            p1_local_17,
                            occasion_place,
                            p1_beside_23,
                            p1_local_26,
                            p1_due_30,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_13) AS p1_before_14,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_17) AS p1_before_18,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_26) AS p1_before_27
                        FROM
                        (
                            SELECT
                                occasion_place,
                                p1_beside_23,
                                customer_key,
                                subject_key,
                                felt,
                                p1_askings,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 14)), p1_times) AS p1_local_13,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 5)), p1_times) AS p1_local_17,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 10)), p1_times) AS p1_local_26,
                                arrayMap(t -> (t + 324000000), p1_times) AS p1_due_30
                            FROM
                            (
                                SELECT
                                    p1_near_3,
                                    p1_near_9,
                                    occasion_place,
                                    p1_beside_23,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                                    arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                                    p1_near_32 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_32) AS p1_times
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        p1_beside_23,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                        arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_32
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            occasion_place,
                                            p1_beside_23,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                        FROM
                                        (
                                            SELECT
                                                occasion_place,
                                                p1_beside_23,
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
                                                    arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                                    arraySort((v, e) -> e, p1_values_21, p1_of_22) AS p1_beside_23
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        k_order_id AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                        groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_wanted_by, 1), 3, {p3:String})) - 1), -4611686018427387903), (name = {p5:String})) AS p1_values_21,
                                                        groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p5:String})) AS p1_of_22
                                                    FROM events
                                                    WHERE (name IN ({p8:String}, {p13:String}, {p14:String}, {p11:String}, {p5:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_34), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_37, p1_verdict_34)) AS d,
    arrayConcat(p1_answer_35) AS n,
    arrayConcat(p1_verdict_34) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_35, p1_verdict_34, p1_target_36)) AS o,
    arrayConcat(p1_target_36) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_34), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_34), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_34), nan)) AS g;

-- by-the-day-you-want: Online by the day you chose
SET param_p1 = '[\'by-the-day-you-want\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[\'order.cancelled\', \'order.changed\']';
SET param_p4 = 'line.connected';
SET param_p5 = '16';
SET param_p6 = 'order.placed';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'Europe/Berlin';
SET param_p15 = 'order.cancelled';
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
            arrayMap((n, u, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((h = -4611686018427387904) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= h))), toUInt8(5), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_beside_15, p1_beside_15) AS p1_verdict_19
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
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 12) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_9, p1_near_bits_10)) AS p1_merged_11
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
                            arrayFilter((x, m) -> (bitAnd(m, 14) != 0), p1_near, p1_near_bits) AS p1_near_9,
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
                                    arrayFilter((x, m) -> (bitAnd(m, 15) != 0), elements, element_bits) AS p1_near,
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
                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(bitOr(CAST(transform(name, {p3:Array(String)}, [toUInt64(4), toUInt64(8)], toUInt64(0)), 'UInt64'), if((name = {p4:String}) AND ifNull((p_mbit >= {p5:Float64}), 0), toUInt64(1), toUInt64(0))), if((name = {p6:String}) AND ifNull(isNotNull(p_wanted_by), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                            toUInt16(multiIf(max(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0))) = 1, 1, max((((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)))) = 1, 2, max((name = {p12:String})) = 1, 3, 0)) AS occasion_place,
                                            argMaxOrNullIf(multiIf(name = {p13:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                            groupArrayIf(ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(p_wanted_by, 1), 3, {p14:String})) - 1), -4611686018427387903), ((name = {p6:String}) AND ifNull(isNotNull(p_wanted_by), 0))) AS p1_values_13,
                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p6:String}) AND ifNull(isNotNull(p_wanted_by), 0))) AS p1_of_14
                                        FROM events
                                        WHERE (name IN ({p9:String}, {p4:String}, {p15:String}, {p12:String}, {p6:String}, {p13:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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

-- technician-in-the-slot: The technician comes within the hour that we announced
SET param_p1 = '[\'technician-in-the-slot\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[\'visit.done\', \'visit.announced\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'office';
SET param_p6 = 'moving';
SET param_p7 = 'contact.opened';
SET param_p8 = 'move';
SET param_p9 = 'new address';
SET param_p10 = 'order.changed';
SET param_p11 = 'survey.answered';
SET param_p12 = '3600';
SET param_p13 = 'visit.announced';
SET param_p14 = '1800';
SET param_p15 = 'visit.done';
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
        p1_due_20,
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
            p1_due_20,
            p1_target_19,
            arrayMap((n, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_beside_9, p1_beside_9) AS p1_verdict_17
        FROM
        (
            SELECT
                p1_beside_9,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_due_20,
                p1_target_19,
                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                p1_near_15 AS p1_askings
            FROM
            (
                SELECT
                    p1_beside_9,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_due_20,
                    p1_target_19,
                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_15
                FROM
                (
                    SELECT
                        p1_near,
                        p1_beside_9,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_due_20,
                        p1_target_19,
                        arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_4
                    FROM
                    (
                        SELECT
                            p1_beside_9,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), elements, element_bits) AS p1_near,
                            p1_beside_13 AS p1_target_19,
                            p1_beside_9 AS p1_due_20
                        FROM
                        (
                            SELECT
                                elements,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                arraySort((v, e) -> e, p1_values_7, p1_of_8) AS p1_beside_9,
                                arraySort((v, e) -> e, p1_values_11, p1_of_8) AS p1_beside_13
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    k_order_id AS subject_key,
                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p3:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                    toUInt16(multiIf(max(((name = {p4:String}) AND ifNull((p_business OR (position(lower(p_product), {p5:String}) > 0)), 0))) = 1, 1, max((((name = {p4:String}) AND ifNull(startsWith(`p_referred by`, {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull(((p_topic = {p8:String}) OR (p_topic = {p9:String})), 0)))) = 1, 2, max((name = {p10:String})) = 1, 3, 0)) AS occasion_place,
                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                    groupArrayIf(ifNull(toInt64((toUnixTimestamp64Milli(p_slot_start) + toInt64(round({p12:Float64} * 1000)))), -4611686018427387903), (name = {p13:String})) AS p1_values_7,
                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p13:String})) AS p1_of_8,
                                    groupArrayIf(ifNull(toInt64(multiIf(isNull(isNotNull(toUnixTimestamp64Milli(p_slot_start))), NULL, isNotNull(toUnixTimestamp64Milli(p_slot_start)), (toUnixTimestamp64Milli(p_slot_start) + toInt64(round({p14:Float64} * 1000))), toUnixTimestamp64Milli(p_slot_start))), -4611686018427387903), (name = {p13:String})) AS p1_values_11
                                FROM events
                                WHERE (name IN ({p7:String}, {p10:String}, {p4:String}, {p11:String}, {p13:String}, {p15:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_17), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_20, p1_verdict_17)) AS d,
    arrayConcat(p1_answer_18) AS n,
    arrayConcat(p1_verdict_17) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_18, p1_verdict_17, p1_target_19)) AS o,
    arrayConcat(p1_target_19) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS g;

-- connected-in-the-end: You will be online
SET param_p1 = '[\'connected-in-the-end\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'line.connected\', \'order.placed\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
SET param_p13 = 'line.connected';
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
        p1_verdict_22,
        p1_askings,
        p1_due_25,
        p1_answer_23,
        p1_due_19 AS p1_target_24
    FROM
    (
        SELECT
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_verdict_22,
            p1_askings,
            p1_due_25,
            p1_answer_23,
            multiIf(occasion_place = 3, p1_due_13, p1_due_17) AS p1_due_19
        FROM
        (
            SELECT
                occasion_place,
                p1_due_13,
                customer_key,
                subject_key,
                felt,
                p1_verdict_22,
                p1_askings,
                p1_due_25,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p3:String})) * 1000)) != a), b, a), p1_local_14, p1_before_15, p1_after_16) AS p1_due_17,
                arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_22) AS p1_answer_23
            FROM
            (
                SELECT
                    p1_local_14,
                    p1_before_15,
                    occasion_place,
                    p1_due_13,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    felt,
                    p1_askings,
                    p1_due_25,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p3:String})) * 1000)), p1_local_14, p1_before_15) AS p1_after_16,
                    arrayMap((n, e, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, if(e != 0, toUInt8(3), toUInt8(4)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_first_12, p1_due_13, p1_due_13) AS p1_verdict_22
                FROM
                (
                    SELECT
                        p1_local_14,
                        occasion_place,
                        p1_due_13,
                        p1_first_12,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_14) AS p1_before_15,
                        p1_due_13 AS p1_due_25
                    FROM
                    (
                        SELECT
                            occasion_place,
                            p1_first_12,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                            arrayMap(t -> toInt64(-4611686018427387904), p1_times) AS p1_due_13,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 1), 0)), p1_times) AS p1_local_14
                        FROM
                        (
                            SELECT
                                p1_near_3,
                                occasion_place,
                                customer_key,
                                subject_key,
                                felt,
                                arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_11), p1_merged_11)) AS p1_first_12,
                                p1_near_20 AS p1_askings,
                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_20) AS p1_times
                            FROM
                            (
                                SELECT
                                    occasion_place,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 5) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits)) AS p1_merged_11,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_20
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
                                                    toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                FROM events
                                                WHERE (name IN ({p8:String}, {p13:String}, {p14:String}, {p11:String}, {p5:String}, {p12:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_22), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap((d, v) -> if(v = toUInt8(6), toInt64(-4611686018427387904), d), p1_due_25, p1_verdict_22)) AS d,
    arrayConcat(p1_answer_23) AS n,
    arrayConcat(p1_verdict_22) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_23, p1_verdict_22, p1_target_24)) AS o,
    arrayConcat(p1_target_24) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_22), nan)) AS g;

-- answered-in-time: A person answers within four office hours, and that settles it
SET param_p1 = '[\'answered-in-time\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1791180000000, 1791266400000, 1791352800000, 1791439200000, 1791525600000, 1791619200000, 1791784800000, 1791871200000, 1791957600000, 1792044000000, 1792130400000, 1792224000000, 1792389600000, 1792476000000, 1792562400000, 1792648800000, 1792735200000, 1792828800000, 1792998000000, 1793084400000, 1793170800000, 1793257200000, 1793343600000, 1793437200000, 1793602800000, 1793689200000, 1793775600000, 1793862000000, 1793948400000, 1794042000000, 1794207600000, 1794294000000, 1794380400000, 1794466800000, 1794553200000, 1794646800000, 1794812400000, 1794898800000, 1794985200000, 1795071600000, 1795158000000, 1795251600000, 1795417200000, 1795503600000, 1795590000000, 1795676400000, 1795762800000, 1795856400000, 1796022000000]';
SET param_p4 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 194400000, 230400000, 266400000, 302400000, 338400000, 374400000, 388800000, 424800000, 460800000, 496800000, 532800000, 568800000, 583200000, 619200000, 655200000, 691200000, 727200000, 763200000, 777600000, 813600000, 849600000, 885600000, 921600000, 957600000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000, 1152000000, 1166400000, 1202400000, 1238400000, 1274400000, 1310400000, 1346400000, 1360800000, 1396800000, 1432800000, 1468800000, 1504800000, 1540800000, 1555200000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48]';
SET param_p6 = '[1791216000000, 1791302400000, 1791388800000, 1791475200000, 1791561600000, 1791633600000, 1791820800000, 1791907200000, 1791993600000, 1792080000000, 1792166400000, 1792238400000, 1792425600000, 1792512000000, 1792598400000, 1792684800000, 1792771200000, 1792843200000, 1793034000000, 1793120400000, 1793206800000, 1793293200000, 1793379600000, 1793451600000, 1793638800000, 1793725200000, 1793811600000, 1793898000000, 1793984400000, 1794056400000, 1794243600000, 1794330000000, 1794416400000, 1794502800000, 1794589200000, 1794661200000, 1794848400000, 1794934800000, 1795021200000, 1795107600000, 1795194000000, 1795266000000, 1795453200000, 1795539600000, 1795626000000, 1795712400000, 1795798800000, 1795870800000, 1796058000000]';
SET param_p7 = '[0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23, 24, 24, 25, 26, 27, 28, 29, 30, 30, 31, 32, 33, 34, 35, 36, 36, 37, 38, 39, 40, 41, 42, 42, 43, 44, 45, 46, 47, 48, 48]';
SET param_p8 = 'Europe/Berlin';
SET param_p9 = 'contact.opened';
SET param_p10 = 'order.placed';
SET param_p11 = 'office';
SET param_p12 = 'moving';
SET param_p13 = 'move';
SET param_p14 = 'new address';
SET param_p15 = 'order.changed';
SET param_p16 = 'survey.answered';
SET param_p17 = 'contact.answered';
SET param_p18 = 'contact.reopened';
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
        p1_verdict_31,
        p1_askings,
        p1_due_23,
        p1_target_33,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_18, p1_verdict_31) AS p1_answer_32
    FROM
    (
        SELECT
            p1_first_18,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_23,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_18, p1_due_23, p1_due_23) AS p1_verdict_31,
            p1_due_28 AS p1_target_33
        FROM
        (
            SELECT
                p1_first_18,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_20, p1_interval_22) AS p1_due_23,
                arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_25, p1_interval_27) AS p1_due_28
            FROM
            (
                SELECT
                    p1_wanted_20,
                    p1_wanted_25,
                    p1_first_18,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 49))), p1_wanted_20, p1_at_step_21) AS p1_interval_22,
                    arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 49))), p1_wanted_25, p1_at_step_26) AS p1_interval_27
                FROM
                (
                    SELECT
                        p1_wanted_20,
                        p1_wanted_25,
                        p1_first_18,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_20) AS p1_at_step_21,
                        arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_25) AS p1_at_step_26
                    FROM
                    (
                        SELECT
                            p1_first_18,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_19)) AS p1_wanted_20,
                            arrayMap(s -> (s + 5400000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_19)) AS p1_wanted_25
                        FROM
                        (
                            SELECT
                                p1_times,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap((x, u, a) -> bitShiftLeft(arrayElement(arrayFilter(c -> (((toInt64(bitShiftRight(bitShiftLeft(c, 48), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(bitShiftLeft(c, 48), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND ((toInt64(bitShiftRight(bitShiftLeft(c, 48), 84)) - 2208988800000) >= (toInt64(bitShiftRight(u, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(bitShiftLeft(c, 48), u), toUInt128('340282366920923956353538950406695026688')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), p1_then_keyed_4), 1), 48), p1_near, p1_undone_16, p1_keyed_15) AS p1_first_18,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_19
                            FROM
                            (
                                SELECT
                                    p1_then_keyed_4,
                                    p1_near,
                                    p1_keyed_15,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_near AS p1_askings,
                                    arrayMap((x, a) -> if(empty(arrayMap(c -> bitShiftLeft(c, 48), arrayFilter(c -> (((toInt64(bitShiftRight(bitShiftLeft(c, 48), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(bitShiftLeft(c, 48), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), p1_undone_keyed_11))), toUInt128(0), bitXor(arrayMax(arrayMap(e -> bitXor(e, toUInt128('4835703278177041722114048')), arrayMap(c -> bitShiftLeft(c, 48), arrayFilter(c -> (((toInt64(bitShiftRight(bitShiftLeft(c, 48), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(bitShiftLeft(c, 48), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND (bitShiftRight(c, 80) = bitShiftRight(a, 80))), p1_undone_keyed_11)))), toUInt128('4835703278177041722114048'))), p1_near, p1_keyed_15) AS p1_undone_16,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near) AS p1_times
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter(c -> (bitShiftRight(c, 80) != 0), p1_then_valued_3) AS p1_then_keyed_4,
                                        arrayFilter(c -> (bitShiftRight(c, 80) != 0), p1_undone_valued_10) AS p1_undone_keyed_11,
                                        arraySort(a -> bitShiftLeft(a, 48), p1_then_asking_7) AS p1_keyed_15,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS p1_near
                                    FROM
                                    (
                                        SELECT
                                            elements,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                            arraySort(arrayMap((v, e) -> bitOr(bitShiftLeft(toUInt128(v), 80), bitShiftRight(e, 48)), p1_then_keyed_values_1, p1_then_keyed_of_2)) AS p1_then_valued_3,
                                            arraySort(arrayMap((v, e) -> bitOr(bitShiftLeft(toUInt128(v), 80), bitShiftRight(e, 48)), p1_then_asking_values_5, p1_then_asking_of_6)) AS p1_then_asking_7,
                                            arraySort(arrayMap((v, e) -> bitOr(bitShiftLeft(toUInt128(v), 80), bitShiftRight(e, 48)), p1_undone_keyed_values_8, p1_undone_keyed_of_9)) AS p1_undone_valued_10
                                        FROM
                                        (
                                            SELECT
                                                customer_key,
                                                k_case_id AS subject_key,
                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(toUInt64(0), if((name = {p9:String}) AND ifNull((NOT p_urgent), 0), toUInt64(1), toUInt64(0))))))) AS elements,
                                                toUInt16(multiIf(max(((name = {p10:String}) AND ifNull((p_business OR (position(lower(p_product), {p11:String}) > 0)), 0))) = 1, 1, max((((name = {p10:String}) AND ifNull(startsWith(`p_referred by`, {p12:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p13:String}) OR (p_topic = {p14:String})), 0)))) = 1, 2, max((name = {p15:String})) = 1, 3, 0)) AS occasion_place,
                                                argMaxOrNullIf(multiIf(name = {p16:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                groupArrayIf(if(isNull(p_topic), toUInt64(0), bitOr(bitShiftRight(cityHash64(assumeNotNull(p_topic)), 16), 1)), (name = {p17:String})) AS p1_then_keyed_values_1,
                                                groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p17:String})) AS p1_then_keyed_of_2,
                                                groupArrayIf(if(isNull(p_topic), toUInt64(0), bitOr(bitShiftRight(cityHash64(assumeNotNull(p_topic)), 16), 1)), ((name = {p9:String}) AND ifNull((NOT p_urgent), 0))) AS p1_then_asking_values_5,
                                                groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p9:String}) AND ifNull((NOT p_urgent), 0))) AS p1_then_asking_of_6,
                                                groupArrayIf(if(isNull(p_topic), toUInt64(0), bitOr(bitShiftRight(cityHash64(assumeNotNull(p_topic)), 16), 1)), (name = {p18:String})) AS p1_undone_keyed_values_8,
                                                groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p18:String})) AS p1_undone_keyed_of_9
                                            FROM events
                                            WHERE (name IN ({p17:String}, {p9:String}, {p18:String}, {p15:String}, {p10:String}, {p16:String})) AND (k_case_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_31), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_23) AS d,
    arrayConcat(p1_answer_32) AS n,
    arrayConcat(p1_verdict_31) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_32, p1_verdict_31, p1_target_33)) AS o,
    arrayConcat(p1_target_33) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS g;

-- urgent-in-the-night: Whoever cannot wait is called back the same night
SET param_p1 = '[\'urgent-in-the-night\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1791061200000, 1791140400000, 1791147600000, 1791226800000, 1791234000000, 1791313200000, 1791320400000, 1791399600000, 1791406800000, 1791486000000, 1791493200000, 1791572400000, 1791579600000, 1791658800000, 1791666000000, 1791745200000, 1791752400000, 1791831600000, 1791838800000, 1791918000000, 1791925200000, 1792004400000, 1792011600000, 1792090800000, 1792098000000, 1792177200000, 1792184400000, 1792263600000, 1792270800000, 1792350000000, 1792357200000, 1792436400000, 1792443600000, 1792522800000, 1792530000000, 1792609200000, 1792616400000, 1792695600000, 1792702800000, 1792782000000, 1792789200000, 1792868400000, 1792875600000, 1792958400000, 1792965600000, 1793044800000, 1793052000000, 1793131200000, 1793138400000, 1793217600000, 1793224800000, 1793304000000, 1793311200000, 1793390400000, 1793397600000, 1793476800000, 1793484000000, 1793563200000, 1793570400000, 1793649600000, 1793656800000, 1793736000000, 1793743200000, 1793822400000, 1793829600000, 1793908800000, 1793916000000, 1793995200000, 1794002400000, 1794081600000, 1794088800000, 1794168000000, 1794175200000, 1794254400000, 1794261600000, 1794340800000, 1794348000000, 1794427200000, 1794434400000, 1794513600000, 1794520800000, 1794600000000, 1794607200000, 1794686400000, 1794693600000, 1794772800000, 1794780000000, 1794859200000, 1794866400000, 1794945600000, 1794952800000, 1795032000000]';
SET param_p4 = '[0, 21600000, 28800000, 50400000, 57600000, 79200000, 86400000, 108000000, 115200000, 136800000, 144000000, 165600000, 172800000, 194400000, 201600000, 223200000, 230400000, 252000000, 259200000, 280800000, 288000000, 309600000, 316800000, 338400000, 345600000, 367200000, 374400000, 396000000, 403200000, 424800000, 432000000, 453600000, 460800000, 482400000, 489600000, 511200000, 518400000, 540000000, 547200000, 568800000, 576000000, 597600000, 604800000, 630000000, 637200000, 658800000, 666000000, 687600000, 694800000, 716400000, 723600000, 745200000, 752400000, 774000000, 781200000, 802800000, 810000000, 831600000, 838800000, 860400000, 867600000, 889200000, 896400000, 918000000, 925200000, 946800000, 954000000, 975600000, 982800000, 1004400000, 1011600000, 1033200000, 1040400000, 1062000000, 1069200000, 1090800000, 1098000000, 1119600000, 1126800000, 1148400000, 1155600000, 1177200000, 1184400000, 1206000000, 1213200000, 1234800000, 1242000000, 1263600000, 1270800000, 1292400000, 1299600000, 1321200000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 61, 61, 61, 61, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 63, 63, 63, 63, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 65, 65, 65, 65, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 67, 67, 67, 67, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 69, 69, 69, 69, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 71, 71, 71, 71, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 73, 73, 73, 73, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 74, 75, 75, 75, 75, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 76, 77, 77, 77, 77, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 78, 79, 79, 79, 79, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 81, 81, 81, 81, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 82, 83, 83, 83, 83, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 84, 85, 85, 85, 85, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 86, 87, 87, 87, 87, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 88, 89, 89, 89, 89, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 91, 91, 91, 91]';
SET param_p6 = '[1791082800000, 1791147600000, 1791169200000, 1791234000000, 1791255600000, 1791320400000, 1791342000000, 1791406800000, 1791428400000, 1791493200000, 1791514800000, 1791579600000, 1791601200000, 1791666000000, 1791687600000, 1791752400000, 1791774000000, 1791838800000, 1791860400000, 1791925200000, 1791946800000, 1792011600000, 1792033200000, 1792098000000, 1792119600000, 1792184400000, 1792206000000, 1792270800000, 1792292400000, 1792357200000, 1792378800000, 1792443600000, 1792465200000, 1792530000000, 1792551600000, 1792616400000, 1792638000000, 1792702800000, 1792724400000, 1792789200000, 1792810800000, 1792875600000, 1792900800000, 1792965600000, 1792987200000, 1793052000000, 1793073600000, 1793138400000, 1793160000000, 1793224800000, 1793246400000, 1793311200000, 1793332800000, 1793397600000, 1793419200000, 1793484000000, 1793505600000, 1793570400000, 1793592000000, 1793656800000, 1793678400000, 1793743200000, 1793764800000, 1793829600000, 1793851200000, 1793916000000, 1793937600000, 1794002400000, 1794024000000, 1794088800000, 1794110400000, 1794175200000, 1794196800000, 1794261600000, 1794283200000, 1794348000000, 1794369600000, 1794434400000, 1794456000000, 1794520800000, 1794542400000, 1794607200000, 1794628800000, 1794693600000, 1794715200000, 1794780000000, 1794801600000, 1794866400000, 1794888000000, 1794952800000, 1794974400000, 1795039200000]';
SET param_p7 = '[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'contact.answered\']';
SET param_p10 = 'contact.opened';
SET param_p11 = '0';
SET param_p12 = 'order.placed';
SET param_p13 = 'office';
SET param_p14 = 'moving';
SET param_p15 = 'move';
SET param_p16 = 'new address';
SET param_p17 = 'order.changed';
SET param_p18 = 'survey.answered';
SET param_p19 = 'contact.answered';
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
        p1_verdict_16,
        p1_askings,
        p1_due_13,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_16) AS p1_answer_17
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_13,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_13, p1_due_13) AS p1_verdict_16
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                multiIf(occasion_place = 1, p1_due_12, p1_due_11) AS p1_due_13
            FROM
            (
                SELECT
                    occasion_place,
                    p1_due_12,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    felt,
                    p1_askings,
                    arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_8, p1_interval_10) AS p1_due_11
                FROM
                (
                    SELECT
                        p1_wanted_8,
                        occasion_place,
                        p1_due_12,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 92))), p1_wanted_8, p1_at_step_9) AS p1_interval_10
                    FROM
                    (
                        SELECT
                            p1_wanted_8,
                            occasion_place,
                            p1_due_12,
                            p1_first_6,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_8) AS p1_at_step_9
                        FROM
                        (
                            SELECT
                                occasion_place,
                                p1_due_12,
                                p1_first_6,
                                customer_key,
                                subject_key,
                                felt,
                                p1_askings,
                                arrayMap(s -> (s + 9000000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_7)) AS p1_wanted_8
                            FROM
                            (
                                SELECT
                                    p1_times,
                                    occasion_place,
                                    p1_first_6,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    p1_askings,
                                    arrayMap((t, f) -> ((f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)) + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 1) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_7,
                                    arrayMap(t -> (t + 2700000), p1_times) AS p1_due_12
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                                        p1_near_14 AS p1_askings,
                                        arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_14) AS p1_times
                                    FROM
                                    (
                                        SELECT
                                            occasion_place,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_14
                                        FROM
                                        (
                                            SELECT
                                                p1_near,
                                                occasion_place,
                                                customer_key,
                                                subject_key,
                                                felt,
                                                arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_4
                                            FROM
                                            (
                                                SELECT
                                                    occasion_place,
                                                    customer_key,
                                                    subject_key,
                                                    felt,
                                                    arrayFilter((x, m) -> (bitAnd(m, 3) != 0), elements, element_bits) AS p1_near
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
                                                            k_case_id AS subject_key,
                                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p9:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'), if((name = {p10:String}) AND ifNull((p_urgent AND (toInt64(lengthUTF8(p_topic)) > {p11:Int64})), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                                            toUInt16(multiIf(max(((name = {p12:String}) AND ifNull((p_business OR (position(lower(p_product), {p13:String}) > 0)), 0))) = 1, 1, max((((name = {p12:String}) AND ifNull(startsWith(`p_referred by`, {p14:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0)))) = 1, 2, max((name = {p17:String})) = 1, 3, 0)) AS occasion_place,
                                                            argMaxOrNullIf(multiIf(name = {p18:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                        FROM events
                                                        WHERE (name IN ({p19:String}, {p10:String}, {p17:String}, {p12:String}, {p18:String})) AND (k_case_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_16), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_13) AS d,
    arrayConcat(p1_answer_17) AS n,
    arrayConcat(p1_verdict_16) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_16), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_16), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_16), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_16), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_16), nan)) AS g;

-- repaired-soon: A fault is mended within two working days
SET param_p1 = '[\'repaired-soon\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[1791176400000, 1791262800000, 1791349200000, 1791435600000, 1791522000000, 1791781200000, 1791867600000, 1791954000000, 1792040400000, 1792126800000, 1792386000000, 1792472400000, 1792558800000, 1792645200000, 1792731600000, 1792994400000, 1793080800000, 1793167200000, 1793253600000, 1793340000000, 1793599200000, 1793685600000, 1793772000000, 1793858400000, 1793944800000, 1794204000000, 1794290400000, 1794376800000, 1794463200000, 1794549600000, 1794808800000, 1794895200000, 1794981600000, 1795068000000, 1795154400000]';
SET param_p4 = '[1791219600000, 1791306000000, 1791392400000, 1791478800000, 1791550800000, 1791824400000, 1791910800000, 1791997200000, 1792083600000, 1792155600000, 1792429200000, 1792515600000, 1792602000000, 1792688400000, 1792760400000, 1793037600000, 1793124000000, 1793210400000, 1793296800000, 1793368800000, 1793642400000, 1793728800000, 1793815200000, 1793901600000, 1793973600000, 1794247200000, 1794333600000, 1794420000000, 1794506400000, 1794578400000, 1794852000000, 1794938400000, 1795024800000, 1795111200000, 1795183200000]';
SET param_p5 = 'Europe/Berlin';
SET param_p6 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000]';
SET param_p7 = '[1791176400000, 1791198000000, 1791262800000, 1791284400000, 1791349200000, 1791370800000, 1791435600000, 1791457200000, 1791522000000, 1791781200000, 1791802800000, 1791867600000, 1791889200000, 1791954000000, 1791975600000, 1792040400000, 1792062000000, 1792126800000, 1792386000000, 1792407600000, 1792472400000, 1792494000000, 1792558800000, 1792580400000, 1792645200000, 1792666800000, 1792731600000, 1792994400000, 1793016000000, 1793080800000, 1793102400000, 1793167200000, 1793188800000, 1793253600000, 1793275200000, 1793340000000, 1793599200000, 1793620800000, 1793685600000, 1793707200000, 1793772000000, 1793793600000, 1793858400000, 1793880000000, 1793944800000, 1794204000000, 1794225600000, 1794290400000, 1794312000000, 1794376800000, 1794398400000, 1794463200000, 1794484800000, 1794549600000, 1794808800000, 1794830400000, 1794895200000, 1794916800000, 1794981600000, 1795003200000, 1795068000000, 1795089600000, 1795154400000]';
SET param_p8 = '[0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 25, 25, 26, 26, 27, 27, 28, 28, 29, 30, 30, 31, 31, 32, 32, 33, 33, 34]';
SET param_p9 = '[1791194400000, 1791219600000, 1791280800000, 1791306000000, 1791367200000, 1791392400000, 1791453600000, 1791478800000, 1791550800000, 1791799200000, 1791824400000, 1791885600000, 1791910800000, 1791972000000, 1791997200000, 1792058400000, 1792083600000, 1792155600000, 1792404000000, 1792429200000, 1792490400000, 1792515600000, 1792576800000, 1792602000000, 1792663200000, 1792688400000, 1792760400000, 1793012400000, 1793037600000, 1793098800000, 1793124000000, 1793185200000, 1793210400000, 1793271600000, 1793296800000, 1793368800000, 1793617200000, 1793642400000, 1793703600000, 1793728800000, 1793790000000, 1793815200000, 1793876400000, 1793901600000, 1793973600000, 1794222000000, 1794247200000, 1794308400000, 1794333600000, 1794394800000, 1794420000000, 1794481200000, 1794506400000, 1794578400000, 1794826800000, 1794852000000, 1794913200000, 1794938400000, 1794999600000, 1795024800000, 1795086000000, 1795111200000, 1795183200000]';
SET param_p10 = '[0, 0, 2, 4, 6, 8, 9, 9, 9, 11, 13, 15, 17, 18, 18, 18, 20, 22, 24, 26, 27, 27, 27, 29, 31, 33, 35, 36, 36, 36, 38, 40, 42, 44, 45, 45, 45, 47, 49, 51, 53, 54, 54, 54, 56, 58, 60, 62]';
SET param_p11 = '[\'line.up\']';
SET param_p12 = 'line.down';
SET param_p13 = '1';
SET param_p14 = 'order.placed';
SET param_p15 = 'office';
SET param_p16 = 'moving';
SET param_p17 = 'contact.opened';
SET param_p18 = 'move';
SET param_p19 = 'new address';
SET param_p20 = 'order.changed';
SET param_p21 = 'survey.answered';
SET param_p22 = 'line.up';
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
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_14, p1_due_14) AS p1_verdict_25,
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
                                arrayMap(d -> (d + 2), p1_day_9) AS p1_due_day_10,
                                arrayMap(d -> (d + 1), p1_day_9) AS p1_due_day_18
                            FROM
                            (
                                SELECT
                                    p1_first_6,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arrayMap((t, i) -> greatest(t, arrayElement({p7:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_7) AS p1_begun_8,
                                    arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_7) AS p1_day_9
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
                                        arrayMap((t, f) -> ((f + toInt64(arrayElement({p9:Array(Int64)}, toInt64(f + 0) + 1) <= t)) + toInt64(arrayElement({p9:Array(Int64)}, toInt64(f + 1) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p10:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_7
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
                                                                toUInt64(0) AS subject_key,
                                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p11:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'), if((name = {p12:String}) AND ifNull(((NOT p_planned) AND (p_mbit < {p13:Float64})), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                                                toUInt16(multiIf(max(((name = {p14:String}) AND ifNull((p_business OR (position(lower(p_product), {p15:String}) > 0)), 0))) = 1, 1, max((((name = {p14:String}) AND ifNull(startsWith(`p_referred by`, {p16:String}), 0)) OR ((name = {p17:String}) AND ifNull(((p_topic = {p18:String}) OR (p_topic = {p19:String})), 0)))) = 1, 2, max((name = {p20:String})) = 1, 3, 0)) AS occasion_place,
                                                                argMaxOrNullIf(multiIf(name = {p21:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                            FROM events
                                                            WHERE (name IN ({p17:String}, {p12:String}, {p22:String}, {p20:String}, {p14:String}, {p21:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1794830400000 > g, toInt8(0), toInt8(-1)), p1_answer_26, p1_verdict_25, p1_target_27)) AS o,
    arrayConcat(p1_target_27) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS g;

-- accepted-before-the-next: What you accept is the offer that you were shown last
SET param_p1 = '[\'accepted-before-the-next\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[\'offer.made\']';
SET param_p4 = 'order.placed';
SET param_p5 = 'office';
SET param_p6 = 'moving';
SET param_p7 = 'contact.opened';
SET param_p8 = 'move';
SET param_p9 = 'new address';
SET param_p10 = 'order.changed';
SET param_p11 = 'survey.answered';
SET param_p12 = 'offer.accepted';
SET param_p13 = 'offer.made';
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
        arrayMap((n, b, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))) OR ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt128(0), n), p1_first_10, p1_first_14, p1_verdict_19) AS p1_answer_20
    FROM
    (
        SELECT
            p1_first_10,
            p1_first_14,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_21,
            arrayMap((n, b, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt8(3), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_10, p1_first_14, p1_beside_17, p1_beside_17) AS p1_verdict_19
        FROM
        (
            SELECT
                p1_first_14,
                p1_beside_17,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                p1_due_21,
                arraySort((v, m) -> bitShiftLeft(m, 48), arrayMap((f, m) -> if((bitAnd(f, toUInt128('17179869184')) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(m, 80)), bitShiftLeft(f, 48), toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('17179869184')) != 0)), p1_found_9, p1_merged_8), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('17179869184')) != 0)), p1_merged_8, p1_merged_8)), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('17179869184')) != 0)), p1_merged_8, p1_merged_8)) AS p1_first_10
            FROM
            (
                SELECT
                    p1_merged_8,
                    p1_beside_17,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    p1_due_21,
                    arrayReverseFill((v, m, n) -> ((bitAnd(m, toUInt128('17179869184')) != 0) OR (bitShiftRight(m, 80) != bitShiftRight(n, 80))), p1_merged_8, p1_merged_8, arrayShiftLeft(p1_merged_8, 1)) AS p1_found_9,
                    arrayMap((m, g, n) -> if(g != m, g, n), p1_near, p1_group_13, arrayShiftLeft(p1_near, 1)) AS p1_first_14
                FROM
                (
                    SELECT
                        p1_near,
                        p1_beside_17,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_due_21,
                        arraySort(arrayConcat(p1_then_asking_7, arrayMap(c -> bitOr(c, toUInt128('17179869184')), p1_then_keyed_4))) AS p1_merged_8,
                        arrayFill((m, p) -> (NOT (bitShiftRight(m, 84) = bitShiftRight(p, 84))), p1_near, arrayShiftRight(p1_near, 1)) AS p1_group_13,
                        p1_near AS p1_askings
                    FROM
                    (
                        SELECT
                            p1_then_asking_7,
                            p1_beside_17,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            arrayFilter(c -> (bitShiftRight(c, 80) != 0), p1_then_valued_3) AS p1_then_keyed_4,
                            arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS p1_near,
                            p1_beside_17 AS p1_due_21
                        FROM
                        (
                            SELECT
                                elements,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                arraySort(arrayMap((v, e) -> bitOr(bitShiftLeft(toUInt128(v), 80), bitShiftRight(e, 48)), p1_then_keyed_values_1, p1_then_keyed_of_2)) AS p1_then_valued_3,
                                arraySort(arrayMap((v, e) -> bitOr(bitShiftLeft(toUInt128(v), 80), bitShiftRight(e, 48)), p1_then_asking_values_5, p1_then_asking_of_6)) AS p1_then_asking_7,
                                arraySort((v, e) -> e, p1_values_15, p1_then_asking_of_6) AS p1_beside_17
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    k_offer_id AS subject_key,
                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p3:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'))))) AS elements,
                                    toUInt16(multiIf(max(((name = {p4:String}) AND ifNull((p_business OR (position(lower(p_product), {p5:String}) > 0)), 0))) = 1, 1, max((((name = {p4:String}) AND ifNull(startsWith(`p_referred by`, {p6:String}), 0)) OR ((name = {p7:String}) AND ifNull(((p_topic = {p8:String}) OR (p_topic = {p9:String})), 0)))) = 1, 2, max((name = {p10:String})) = 1, 3, 0)) AS occasion_place,
                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                    groupArrayIf(if(isNull((toFloat64(p_price) + 0)), toUInt64(0), bitOr(bitShiftRight(cityHash64(assumeNotNull((toFloat64(p_price) + 0))), 16), 1)), (name = {p12:String})) AS p1_then_keyed_values_1,
                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p12:String})) AS p1_then_keyed_of_2,
                                    groupArrayIf(if(isNull((toFloat64(p_price) + 0)), toUInt64(0), bitOr(bitShiftRight(cityHash64(assumeNotNull((toFloat64(p_price) + 0))), 16), 1)), (name = {p13:String})) AS p1_then_asking_values_5,
                                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p13:String})) AS p1_then_asking_of_6,
                                    groupArrayIf(ifNull(toInt64(toUnixTimestamp64Milli(p_valid_until)), -4611686018427387903), (name = {p13:String})) AS p1_values_15
                                FROM events
                                WHERE (name IN ({p7:String}, {p12:String}, {p13:String}, {p10:String}, {p4:String}, {p11:String})) AND (k_offer_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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

-- paid-when-due: You have until the due day to pay, as a business until we remind you
SET param_p1 = '[\'paid-when-due\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'bill.sent\']';
SET param_p5 = 'order.placed';
SET param_p6 = '0';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'bill.paid';
SET param_p15 = 'bill.sent';
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
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_1, p1_verdict_22) AS p1_answer_23
    FROM
    (
        SELECT
            p1_first_1,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            arrayMap((n, h, d) -> multiIf(h = -4611686018427387903, toUInt8(6), n != 0, multiIf(d = -4611686018427387903, toUInt8(6), (d = -4611686018427387904) OR ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), toUInt8(1), toUInt8(2)), h = -4611686018427387904, toUInt8(4), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_1, p1_due_21, p1_due_21) AS p1_verdict_22,
            p1_due_21 AS p1_due_24
        FROM
        (
            SELECT
                p1_first_1,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((a, w1, w2, w3) -> ifNull((toUnixTimestamp64Milli(toDateTime64(addDays(multiIf(isNull(tupleElement(w1, 1)), NULL, tupleElement(w1, 1), tupleElement(w2, 1), tupleElement(w3, 1)), 1), 3, {p3:String})) - 1), -4611686018427387903), p1_askings, p1_looked_up_14, p1_beside_17, p1_beside_20) AS p1_due_21
            FROM
            (
                SELECT
                    p1_askings,
                    p1_beside_17,
                    p1_beside_20,
                    p1_first_1,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_values_8, arrayResize(arraySlice(p1_values_8, 1, 0), length(p1_asks_10))), p1_unsorted_12), p1_merged_13), p1_merged_13), p1_order_11) AS p1_looked_up_14
                FROM
                (
                    SELECT
                        p1_values_8,
                        p1_asks_10,
                        p1_unsorted_12,
                        p1_order_11,
                        p1_askings,
                        p1_beside_17,
                        p1_beside_20,
                        p1_first_1,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        arraySort(p1_unsorted_12) AS p1_merged_13
                    FROM
                    (
                        SELECT
                            p1_values_8,
                            p1_asks_10,
                            p1_askings,
                            p1_beside_17,
                            p1_beside_20,
                            p1_first_1,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            arraySort((i, w) -> w, arrayEnumerate(p1_asks_10), p1_asks_10) AS p1_order_11,
                            arrayConcat(p1_of_9, p1_asks_10) AS p1_unsorted_12
                        FROM
                        (
                            SELECT
                                p1_of_9,
                                p1_values_8,
                                p1_askings,
                                p1_beside_17,
                                p1_beside_20,
                                p1_first_1,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                arrayMap(w -> bitOr(bitAnd(w, toUInt128('340282366920923956353538950406695026688')), 1), p1_latest_7) AS p1_asks_10
                            FROM
                            (
                                SELECT
                                    p1_of_9,
                                    p1_values_8,
                                    p1_askings,
                                    p1_beside_17,
                                    p1_beside_20,
                                    p1_first_1,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), toUInt128(0), bitXor(f, toUInt128('4835703278177041722114048'))), arrayFilter((f, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arrayFill(m -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_6), p1_merged_6)) AS p1_latest_7
                                FROM
                                (
                                    SELECT
                                        p1_of_9,
                                        p1_values_8,
                                        p1_askings,
                                        p1_beside_17,
                                        p1_beside_20,
                                        p1_first_1,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near, p1_near_bits_5)) AS p1_merged_6
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            p1_of_9,
                                            p1_values_8,
                                            p1_askings,
                                            p1_beside_17,
                                            p1_beside_20,
                                            p1_first_1,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits_5
                                        FROM
                                        (
                                            SELECT
                                                p1_of_9,
                                                p1_values_8,
                                                p1_askings,
                                                p1_beside_17,
                                                p1_beside_20,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull((tupleElement(c, 3) >= tupleElement(a, 2)), 0))), p1_then_paired), 1), 1), p1_askings, p1_asked) AS p1_first_1,
                                                arrayFilter((x, m) -> (bitAnd(m, 3) != 0), elements, element_bits) AS p1_near
                                            FROM
                                            (
                                                SELECT
                                                    p1_then_paired,
                                                    p1_asked,
                                                    elements,
                                                    p1_of_9,
                                                    p1_values_8,
                                                    customer_key,
                                                    subject_key,
                                                    occasion_place,
                                                    felt,
                                                    arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                                    arrayMap(a -> tupleElement(a, 1), p1_asked) AS p1_askings,
                                                    arraySort((v, e) -> e, p1_values_15, p1_of_16) AS p1_beside_17,
                                                    arraySort((v, e) -> e, p1_values_18, p1_of_16) AS p1_beside_20
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        toUInt64(0) AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p4:Array(String)}, [toUInt64(2)], toUInt64(0)), 'UInt64'), if((name = {p5:String}) AND ifNull((p_months > {p6:Int64}), 0), toUInt64(1), toUInt64(0))))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)))) = 1, 2, max((name = {p12:String})) = 1, 3, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p13:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                        arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), multiIf(name = {p14:String}, 0, 1), p_amount), (name = {p14:String}))) AS p1_then_paired,
                                                        groupArrayIf(tuple(p_business), ((name = {p5:String}) AND ifNull((p_months > {p6:Int64}), 0))) AS p1_values_8,
                                                        groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p5:String}) AND ifNull((p_months > {p6:Int64}), 0))) AS p1_of_9,
                                                        groupArrayIf(tuple(p_reminded), (name = {p15:String})) AS p1_values_15,
                                                        groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p15:String})) AS p1_of_16,
                                                        groupArrayIf(tuple(p_due), (name = {p15:String})) AS p1_values_18,
                                                        arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), p_amount), (name = {p15:String}))) AS p1_asked
                                                    FROM events
                                                    WHERE (name IN ({p14:String}, {p15:String}, {p9:String}, {p12:String}, {p5:String}, {p13:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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

-- line-stays-up: Once you are online it stays that way
SET param_p1 = '[\'line-stays-up\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'line.connected\', \'order.cancelled\']';
SET param_p5 = 'line.down';
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
SET param_p16 = '0';
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
        p1_verdict_21,
        p1_askings,
        p1_due_6,
        p1_deciding_20,
        arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_10, p1_merged_9), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_9, p1_merged_9)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_10, p1_merged_9), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_9, p1_merged_9))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near_22)) AS p1_counted_11
    FROM
    (
        SELECT
            p1_merged_9,
            p1_near_22,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_6,
            p1_deciding_20,
            arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_9) AS p1_running_10,
            arrayMap((n, u, d) -> multiIf((u != 0) AND ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= d) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))), toUInt8(5), n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_20, p1_first_17, p1_due_6) AS p1_verdict_21
        FROM
        (
            SELECT
                p1_near_22,
                p1_first_17,
                p1_due_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arraySort(arrayConcat(arrayConcat(p1_near_22, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near_22, p1_due_6)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_9,
                arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_first_19, p1_due_6) AS p1_deciding_20
            FROM
            (
                SELECT
                    p1_near_22,
                    p1_near_1,
                    p1_first_19,
                    p1_first_17,
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
                        p1_near_22,
                        p1_near_1,
                        p1_first_19,
                        p1_first_17,
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
                            p1_near_22,
                            p1_near_1,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p3:String})) * 1000)), p1_local_3) AS p1_before_4,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_16), p1_merged_16)) AS p1_first_17,
                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_18), p1_merged_18)) AS p1_first_19
                        FROM
                        (
                            SELECT
                                p1_near_22,
                                p1_near_1,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 3), 0)), p1_times) AS p1_local_3,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 4) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_14, p1_near_bits_15)) AS p1_merged_16,
                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_7, p1_near_bits_8)) AS p1_merged_18
                            FROM
                            (
                                SELECT
                                    p1_near_22,
                                    p1_near_1,
                                    p1_near_14,
                                    p1_near_7,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_near_22 AS p1_askings,
                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_22) AS p1_times,
                                    arrayMap(x -> toUInt64(x), p1_near_14) AS p1_near_bits_15,
                                    arrayMap(x -> toUInt64(x), p1_near_7) AS p1_near_bits_8
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_22,
                                        arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1,
                                        arrayFilter((x, m) -> (bitAnd(m, 6) != 0), p1_near, p1_near_bits) AS p1_near_14,
                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_7
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
                                                        toUInt64(0) AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p4:Array(String)}, [toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'), if((name = {p5:String}) AND ifNull((NOT p_planned), 0), toUInt64(1), toUInt64(0))))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p6:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0))) = 1, 1, max((((name = {p6:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)))) = 1, 2, max((name = {p12:String})) = 1, 3, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p13:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p9:String}, {p14:String}, {p5:String}, {p15:String}, {p12:String}, {p6:String}, {p13:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_21), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_deciding_20, p1_verdict_21)) AS n,
    arrayConcat(p1_verdict_21) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_21), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_21), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_11)) AS x,
    arrayConcat(arrayMap(v -> {p16:Float64}, p1_verdict_21)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_21), nan)) AS g;

-- one-call-is-enough: You need to call us only once
SET param_p1 = '[\'one-call-is-enough\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '^again';
SET param_p4 = 'Europe/Berlin';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
SET param_p13 = '2';
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
        p1_askings,
        p1_due_4,
        p1_deciding_7,
        p1_counted_5,
        arrayMap((n, d) -> multiIf(occasion_place = 1, multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1))), p1_deciding_7, p1_due_4) AS p1_verdict_8,
        arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_10, p1_due_4) AS p1_hit_11
    FROM
    (
        SELECT
            occasion_place,
            p1_due_4,
            customer_key,
            subject_key,
            felt,
            p1_askings,
            arrayMap((x, a, d) -> toInt64(length(arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p3:String})), 0)) AND ((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) <= d)), p1_count_paired))), p1_askings, p1_asked, p1_due_4) AS p1_counted_5,
            arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_6, p1_due_4) AS p1_deciding_7,
            arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_9, p1_due_4) AS p1_deciding_10
        FROM
        (
            SELECT
                p1_count_paired,
                p1_askings,
                p1_asked,
                p1_nth_6,
                occasion_place,
                p1_nth_9,
                customer_key,
                subject_key,
                felt,
                arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_1, p1_before_2, p1_after_3) AS p1_due_4
            FROM
            (
                SELECT
                    p1_local_1,
                    p1_before_2,
                    p1_count_paired,
                    p1_askings,
                    p1_asked,
                    p1_nth_6,
                    occasion_place,
                    p1_nth_9,
                    customer_key,
                    subject_key,
                    felt,
                    arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_1, p1_before_2) AS p1_after_3
                FROM
                (
                    SELECT
                        p1_local_1,
                        p1_count_paired,
                        p1_askings,
                        p1_asked,
                        p1_nth_6,
                        occasion_place,
                        p1_nth_9,
                        customer_key,
                        subject_key,
                        felt,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_1) AS p1_before_2
                    FROM
                    (
                        SELECT
                            p1_count_paired,
                            p1_askings,
                            p1_asked,
                            p1_nth_6,
                            occasion_place,
                            p1_nth_9,
                            customer_key,
                            subject_key,
                            felt,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), p1_times) AS p1_local_1
                        FROM
                        (
                            SELECT
                                p1_count_paired,
                                p1_askings,
                                p1_asked,
                                occasion_place,
                                customer_key,
                                subject_key,
                                felt,
                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_askings) AS p1_times,
                                arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p3:String})), 0)) AND true), p1_count_paired), multiIf(occasion_place = 1, 3, 2)), 1), p1_askings, p1_asked) AS p1_nth_6,
                                arrayMap((x, a) -> tupleElement(arrayElement(arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) >= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND ((tupleElement(c, 2) = 0) AND ifNull(((tupleElement(c, 3) = tupleElement(a, 2)) OR match(tupleElement(c, 3), {p3:String})), 0)) AND true), p1_count_paired), 2), 1), p1_askings, p1_asked) AS p1_nth_9
                            FROM
                            (
                                SELECT
                                    p1_count_paired,
                                    p1_asked,
                                    occasion_place,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    arrayMap(a -> tupleElement(a, 1), p1_asked) AS p1_askings
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        toUInt64(0) AS subject_key,
                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(toUInt64(0))))) AS elements,
                                        toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                                        argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                        arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), multiIf(name = {p8:String}, 0, 1), p_topic), (name = {p8:String}))) AS p1_count_paired,
                                        arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), p_topic), (name = {p8:String}))) AS p1_asked
                                    FROM events
                                    WHERE (name IN ({p8:String}, {p11:String}, {p5:String}, {p12:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_8), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_4) AS d,
    arrayConcat(p1_deciding_7) AS n,
    arrayConcat(p1_verdict_8) AS v,
    arrayConcat(arrayMap((v, h) -> multiIf(v = toUInt8(5), toInt8(-1), h = toUInt8(1), toInt8(1), h = toUInt8(3), toInt8(0), toInt8(-1)), p1_verdict_8, p1_hit_11)) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_8), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_5)) AS x,
    arrayConcat(arrayMap(v -> multiIf(occasion_place = 1, {p13:Float64}, {p14:Float64}), p1_verdict_8)) AS e,
    arrayConcat(arrayMap(v -> {p14:Float64}, p1_verdict_8)) AS g;

-- told-while-you-wait: You hear from us at least twice while you wait
SET param_p1 = '[\'told-while-you-wait\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '1';
SET param_p4 = '[1791180000000, 1791266400000, 1791352800000, 1791439200000, 1791525600000, 1791619200000, 1791784800000, 1791871200000, 1791957600000, 1792044000000, 1792130400000, 1792224000000, 1792389600000, 1792476000000, 1792562400000, 1792648800000, 1792735200000, 1792828800000, 1792998000000, 1793084400000, 1793170800000, 1793257200000, 1793343600000, 1793437200000, 1793602800000, 1793689200000, 1793775600000, 1793862000000, 1793948400000, 1794042000000, 1794207600000, 1794294000000, 1794380400000, 1794466800000, 1794553200000, 1794646800000, 1794812400000, 1794898800000, 1794985200000, 1795071600000, 1795158000000, 1795251600000, 1795417200000, 1795503600000, 1795590000000, 1795676400000, 1795762800000, 1795856400000, 1796022000000]';
SET param_p5 = '[1791216000000, 1791302400000, 1791388800000, 1791475200000, 1791561600000, 1791633600000, 1791820800000, 1791907200000, 1791993600000, 1792080000000, 1792166400000, 1792238400000, 1792425600000, 1792512000000, 1792598400000, 1792684800000, 1792771200000, 1792843200000, 1793034000000, 1793120400000, 1793206800000, 1793293200000, 1793379600000, 1793451600000, 1793638800000, 1793725200000, 1793811600000, 1793898000000, 1793984400000, 1794056400000, 1794243600000, 1794330000000, 1794416400000, 1794502800000, 1794589200000, 1794661200000, 1794848400000, 1794934800000, 1795021200000, 1795107600000, 1795194000000, 1795266000000, 1795453200000, 1795539600000, 1795626000000, 1795712400000, 1795798800000, 1795870800000, 1796058000000]';
SET param_p6 = 'Europe/Berlin';
SET param_p7 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791590400000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792195200000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792800000000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793404800000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794009600000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794614400000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000, 1795219200000, 1795392000000, 1795478400000, 1795564800000, 1795651200000, 1795737600000, 1795824000000, 1795996800000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48]';
SET param_p9 = '[0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23, 24, 24, 25, 26, 27, 28, 29, 30, 30, 31, 32, 33, 34, 35, 36, 36, 37, 38, 39, 40, 41, 42, 42, 43, 44, 45, 46, 47, 48, 48]';
SET param_p10 = '[\'visit.announced\', \'contact.answered\', \'order.placed\', \'order.cancelled\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'office';
SET param_p13 = 'moving';
SET param_p14 = 'contact.opened';
SET param_p15 = 'move';
SET param_p16 = 'new address';
SET param_p17 = 'order.changed';
SET param_p18 = 'survey.answered';
SET param_p19 = 'contact.answered';
SET param_p20 = 'order.cancelled';
SET param_p21 = 'visit.announced';
SET param_p22 = '4';
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
        p1_verdict_27,
        p1_askings,
        p1_due_10,
        p1_deciding_26,
        p1_counted_15,
        arrayMap((n, u, d, c) -> multiIf((u != 0) AND ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= d) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))), toUInt8(5), n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), c < {p3:Float64}, toUInt8(3), toUInt8(1)), p1_deciding_32, p1_first_21, p1_due_10, p1_counted_15) AS p1_hit_33
    FROM
    (
        SELECT
            p1_deciding_32,
            p1_first_21,
            p1_due_10,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_verdict_27,
            p1_askings,
            p1_deciding_26,
            arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_14, p1_merged_13), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_13, p1_merged_13)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_14, p1_merged_13), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_13, p1_merged_13))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near_34)) AS p1_counted_15
        FROM
        (
            SELECT
                p1_merged_13,
                p1_near_34,
                p1_deciding_32,
                p1_first_21,
                p1_due_10,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                p1_deciding_26,
                arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_13) AS p1_running_14,
                arrayMap((n, u, d) -> multiIf((u != 0) AND ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= d) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))), toUInt8(5), n != 0, toUInt8(1), 1794830400000 <= d, toUInt8(4), toUInt8(3)), p1_deciding_26, p1_first_21, p1_due_10) AS p1_verdict_27
            FROM
            (
                SELECT
                    p1_near_34,
                    p1_first_21,
                    p1_due_10,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arraySort(arrayConcat(arrayConcat(p1_near_34, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near_34, p1_due_10)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_13,
                    arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_25, p1_due_10) AS p1_deciding_26,
                    arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_31, p1_due_10) AS p1_deciding_32
                FROM
                (
                    SELECT
                        p1_near_34,
                        p1_near_1,
                        p1_nth_25,
                        p1_first_21,
                        p1_nth_31,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, p1_after_9), p1_due_day_6) AS p1_due_10
                    FROM
                    (
                        SELECT
                            p1_local_7,
                            p1_before_8,
                            p1_due_day_6,
                            p1_near_34,
                            p1_near_1,
                            p1_nth_25,
                            p1_first_21,
                            p1_nth_31,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_7, p1_before_8) AS p1_after_9
                        FROM
                        (
                            SELECT
                                p1_local_7,
                                p1_due_day_6,
                                p1_near_34,
                                p1_near_1,
                                p1_nth_25,
                                p1_first_21,
                                p1_nth_31,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_7) AS p1_before_8
                            FROM
                            (
                                SELECT
                                    p1_due_day_6,
                                    p1_near_34,
                                    p1_near_1,
                                    p1_nth_25,
                                    p1_first_21,
                                    p1_nth_31,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_4, p1_day_5, p1_due_day_6) AS p1_local_7
                                FROM
                                (
                                    SELECT
                                        p1_begun_4,
                                        p1_day_5,
                                        p1_near_34,
                                        p1_near_1,
                                        p1_first_21,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        p1_askings,
                                        arrayMap(d -> (d + 10), p1_day_5) AS p1_due_day_6,
                                        arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arraySort((v, m) -> m, arrayConcat(arrayMap(a -> toUInt128(0), p1_near_34), arrayShiftLeft(p1_sorted_22, toInt64(1) - 1)), p1_unsorted_23), p1_merged_24), p1_merged_24) AS p1_nth_25,
                                        arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arraySort((v, m) -> m, arrayConcat(arrayMap(a -> toUInt128(0), p1_near_34), arrayShiftLeft(p1_sorted_22, toInt64(5) - 1)), p1_unsorted_23), p1_merged_24), p1_merged_24) AS p1_nth_31
                                    FROM
                                    (
                                        SELECT
                                            p1_near_34,
                                            p1_near_1,
                                            p1_sorted_22,
                                            p1_unsorted_23,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            p1_askings,
                                            arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_3) AS p1_begun_4,
                                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_3) AS p1_day_5,
                                            arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_20), p1_merged_20)) AS p1_first_21,
                                            arraySort(p1_unsorted_23) AS p1_merged_24
                                        FROM
                                        (
                                            SELECT
                                                p1_times,
                                                p1_near_34,
                                                p1_near_1,
                                                p1_sorted_22,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                p1_askings,
                                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_3,
                                                arraySort(arrayMap((m, b) -> if(bitAnd(b, 8) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_18, p1_near_bits_19)) AS p1_merged_20,
                                                arrayConcat(p1_near_34, p1_sorted_22) AS p1_unsorted_23
                                            FROM
                                            (
                                                SELECT
                                                    p1_near_34,
                                                    p1_near_1,
                                                    p1_near_18,
                                                    customer_key,
                                                    subject_key,
                                                    occasion_place,
                                                    felt,
                                                    p1_near_34 AS p1_askings,
                                                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_34) AS p1_times,
                                                    arrayMap(x -> toUInt64(x), p1_near_18) AS p1_near_bits_19,
                                                    arraySort(arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1)) AS p1_sorted_22
                                                FROM
                                                (
                                                    SELECT
                                                        customer_key,
                                                        subject_key,
                                                        occasion_place,
                                                        felt,
                                                        arrayFilter((x, m) -> (bitAnd(m, 4) != 0), p1_near, p1_near_bits) AS p1_near_34,
                                                        arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_1,
                                                        arrayFilter((x, m) -> (bitAnd(m, 12) != 0), p1_near, p1_near_bits) AS p1_near_18
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
                                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p10:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4), toUInt64(8)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                                        toUInt16(multiIf(max(((name = {p11:String}) AND ifNull((p_business OR (position(lower(p_product), {p12:String}) > 0)), 0))) = 1, 1, max((((name = {p11:String}) AND ifNull(startsWith(`p_referred by`, {p13:String}), 0)) OR ((name = {p14:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0)))) = 1, 2, max((name = {p17:String})) = 1, 3, 0)) AS occasion_place,
                                                                        argMaxOrNullIf(multiIf(name = {p18:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                                    FROM events
                                                                    WHERE (name IN ({p19:String}, {p14:String}, {p20:String}, {p17:String}, {p11:String}, {p18:String}, {p21:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_27), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(5), toUInt128(0), n), p1_deciding_26, p1_verdict_27)) AS n,
    arrayConcat(p1_verdict_27) AS v,
    arrayConcat(arrayMap((v, h) -> multiIf(v = toUInt8(5), toInt8(-1), h = toUInt8(1), toInt8(1), h = toUInt8(3), toInt8(0), toInt8(-1)), p1_verdict_27, p1_hit_33)) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_27), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_15)) AS x,
    arrayConcat(arrayMap(v -> {p3:Float64}, p1_verdict_27)) AS e,
    arrayConcat(arrayMap(v -> {p22:Float64}, p1_verdict_27)) AS g;

-- not-too-often: We ask you for your opinion now and then, not every week
SET param_p1 = '[\'not-too-often\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '1';
SET param_p4 = '[1791183600000, 1791270000000, 1791356400000, 1791442800000, 1791529200000, 1791788400000, 1791874800000, 1791961200000, 1792047600000, 1792134000000, 1792393200000, 1792479600000, 1792566000000, 1792652400000, 1792738800000, 1793001600000, 1793088000000, 1793174400000, 1793260800000, 1793347200000, 1793606400000, 1793692800000, 1793779200000, 1793865600000, 1793952000000, 1794211200000, 1794297600000, 1794384000000, 1794470400000, 1794556800000, 1794816000000, 1794902400000, 1794988800000, 1795075200000, 1795161600000, 1795420800000, 1795507200000, 1795593600000, 1795680000000, 1795766400000, 1796025600000, 1796112000000, 1796198400000, 1796284800000, 1796371200000, 1796630400000, 1796716800000, 1796803200000, 1796889600000, 1796976000000, 1797235200000, 1797321600000, 1797408000000, 1797494400000, 1797580800000, 1797840000000, 1797926400000, 1798012800000, 1798099200000, 1798185600000, 1798444800000, 1798531200000, 1798617600000]';
SET param_p5 = '[1791208800000, 1791295200000, 1791381600000, 1791468000000, 1791554400000, 1791813600000, 1791900000000, 1791986400000, 1792072800000, 1792159200000, 1792418400000, 1792504800000, 1792591200000, 1792677600000, 1792764000000, 1793026800000, 1793113200000, 1793199600000, 1793286000000, 1793372400000, 1793631600000, 1793718000000, 1793804400000, 1793890800000, 1793977200000, 1794236400000, 1794322800000, 1794409200000, 1794495600000, 1794582000000, 1794841200000, 1794927600000, 1795014000000, 1795100400000, 1795186800000, 1795446000000, 1795532400000, 1795618800000, 1795705200000, 1795791600000, 1796050800000, 1796137200000, 1796223600000, 1796310000000, 1796396400000, 1796655600000, 1796742000000, 1796828400000, 1796914800000, 1797001200000, 1797260400000, 1797346800000, 1797433200000, 1797519600000, 1797606000000, 1797865200000, 1797951600000, 1798038000000, 1798124400000, 1798210800000, 1798470000000, 1798556400000, 1798642800000]';
SET param_p6 = 'Europe/Berlin';
SET param_p7 = '[1791158400000, 1791244800000, 1791331200000, 1791417600000, 1791504000000, 1791763200000, 1791849600000, 1791936000000, 1792022400000, 1792108800000, 1792368000000, 1792454400000, 1792540800000, 1792627200000, 1792713600000, 1792972800000, 1793059200000, 1793145600000, 1793232000000, 1793318400000, 1793577600000, 1793664000000, 1793750400000, 1793836800000, 1793923200000, 1794182400000, 1794268800000, 1794355200000, 1794441600000, 1794528000000, 1794787200000, 1794873600000, 1794960000000, 1795046400000, 1795132800000, 1795392000000, 1795478400000, 1795564800000, 1795651200000, 1795737600000, 1795996800000, 1796083200000, 1796169600000, 1796256000000, 1796342400000, 1796601600000, 1796688000000, 1796774400000, 1796860800000, 1796947200000, 1797206400000, 1797292800000, 1797379200000, 1797465600000, 1797552000000, 1797811200000, 1797897600000, 1797984000000, 1798070400000, 1798156800000, 1798416000000, 1798502400000, 1798588800000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62]';
SET param_p9 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 45, 45, 45, 46, 47, 48, 49, 50, 50, 50, 51, 52, 53, 54, 55, 55, 55, 56, 57, 58, 59, 60, 60, 60, 61, 62]';
SET param_p10 = '[\'survey.answered\']';
SET param_p11 = 'order.placed';
SET param_p12 = 'office';
SET param_p13 = 'moving';
SET param_p14 = 'contact.opened';
SET param_p15 = 'move';
SET param_p16 = 'new address';
SET param_p17 = 'order.changed';
SET param_p18 = 'survey.answered';
SET param_p19 = '2';
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
        p1_due_10,
        p1_deciding_15,
        p1_counted_13,
        arrayMap((n, d, c) -> multiIf(n != 0, toUInt8(3), 1794830400000 <= d, toUInt8(4), c < {p3:Float64}, toUInt8(3), toUInt8(1)), p1_deciding_15, p1_due_10, p1_counted_13) AS p1_verdict_16
    FROM
    (
        SELECT
            p1_deciding_15,
            p1_due_10,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            arraySort((n, x) -> x, arrayMap((e, s) -> (e - s), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_running_12, p1_merged_11), arrayFilter((v, m) -> (bitAnd(m, toUInt128('9671406556917033397649408')) != 0), p1_merged_11, p1_merged_11)), arraySort((n, m) -> toUInt64(bitShiftRight(bitAnd(m, toUInt128('4835703278177041722114048')), 48)), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_running_12, p1_merged_11), arrayFilter((v, m) -> ((NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)) AND (NOT (bitAnd(m, toUInt128('9671406556917033397649408')) != 0))), p1_merged_11, p1_merged_11))), arraySort(x -> toUInt64(bitShiftRight(bitAnd(x, toUInt128('4835703278177041722114048')), 48)), p1_near)) AS p1_counted_13
        FROM
        (
            SELECT
                p1_merged_11,
                p1_near,
                p1_deciding_15,
                p1_due_10,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayCumSum(m -> toInt64((bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_11) AS p1_running_12
            FROM
            (
                SELECT
                    p1_near,
                    p1_due_10,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arraySort(arrayConcat(arrayConcat(p1_near, arrayMap((x, e) -> bitOr(bitOr(bitShiftLeft(toUInt128(e + 2208988800000), 84), toUInt128('9671406556917033397649408')), bitAnd(x, toUInt128('4835703278177041722114048'))), p1_near, p1_due_10)), arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near))) AS p1_merged_11,
                    arrayMap((n, d) -> if((n != 0) AND ((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d), n, toUInt128(0)), p1_nth_14, p1_due_10) AS p1_deciding_15
                FROM
                (
                    SELECT
                        p1_near,
                        p1_nth_14,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_7, p1_before_8, p1_after_9), p1_due_day_6) AS p1_due_10
                    FROM
                    (
                        SELECT
                            p1_local_7,
                            p1_before_8,
                            p1_due_day_6,
                            p1_near,
                            p1_nth_14,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_7, p1_before_8) AS p1_after_9
                        FROM
                        (
                            SELECT
                                p1_local_7,
                                p1_due_day_6,
                                p1_near,
                                p1_nth_14,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_7) AS p1_before_8
                            FROM
                            (
                                SELECT
                                    p1_due_day_6,
                                    p1_near,
                                    p1_nth_14,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_4, p1_day_5, p1_due_day_6) AS p1_local_7
                                FROM
                                (
                                    SELECT
                                        p1_begun_4,
                                        p1_day_5,
                                        p1_near,
                                        p1_nth_14,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        p1_askings,
                                        arrayMap(d -> (d + 30), p1_day_5) AS p1_due_day_6
                                    FROM
                                    (
                                        SELECT
                                            p1_near,
                                            p1_nth_14,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            p1_askings,
                                            arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_3) AS p1_begun_4,
                                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_3) AS p1_day_5
                                        FROM
                                        (
                                            SELECT
                                                p1_times,
                                                p1_near,
                                                p1_nth_14,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                p1_askings,
                                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20730) + 1), p1_times)) AS p1_place_3
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
                                                    arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 84) = bitShiftRight(p, 84))), arrayShiftLeft(p1_near, toInt64(3) - 1), p1_near, arrayShiftRight(p1_near, 1)) AS p1_nth_14
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
                                                                arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p10:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                                toUInt16(multiIf(max(((name = {p11:String}) AND ifNull((p_business OR (position(lower(p_product), {p12:String}) > 0)), 0))) = 1, 1, max((((name = {p11:String}) AND ifNull(startsWith(`p_referred by`, {p13:String}), 0)) OR ((name = {p14:String}) AND ifNull(((p_topic = {p15:String}) OR (p_topic = {p16:String})), 0)))) = 1, 2, max((name = {p17:String})) = 1, 3, 0)) AS occasion_place,
                                                                argMaxOrNullIf(multiIf(name = {p18:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                            FROM events
                                                            WHERE (name IN ({p14:String}, {p17:String}, {p11:String}, {p18:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_16), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_10) AS d,
    arrayConcat(p1_deciding_15) AS n,
    arrayConcat(p1_verdict_16) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_16), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_16), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_13)) AS x,
    arrayConcat(arrayMap(v -> {p19:Float64}, p1_verdict_16)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_16), nan)) AS g;

-- price-as-offered: You pay what you accepted
SET param_p1 = '[\'price-as-offered\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '-5.000000005';
SET param_p4 = '0.010000001';
SET param_p5 = '1';
SET param_p6 = '[\'offer.accepted\', \'bill.sent\', \'order.placed\', \'order.changed\']';
SET param_p7 = 'order.placed';
SET param_p8 = 'office';
SET param_p9 = 'moving';
SET param_p10 = 'contact.opened';
SET param_p11 = 'move';
SET param_p12 = 'new address';
SET param_p13 = 'order.changed';
SET param_p14 = 'survey.answered';
SET param_p15 = 'bill.sent';
SET param_p16 = 'offer.accepted';
SET param_p17 = '1e-9';
SET param_p18 = '0.01';
SET param_p19 = '0';
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
        p1_measured_33,
        arrayMap(m -> multiIf(isNaN(m), toUInt8(7), multiIf(occasion_place = 3, ((m >= {p3:Float64}) AND (m <= {p4:Float64})), (m <= {p4:Float64})), toUInt8(1), toUInt8(3)), p1_measured_33) AS p1_verdict_36
    FROM
    (
        SELECT
            occasion_place,
            customer_key,
            subject_key,
            felt,
            p1_askings,
            p1_times,
            arrayMap((a, w1, w2, w3, w4) -> ifNull(toFloat64((((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - multiIf(isNull(isNotNull(if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), NULL, isNotNull(if(isNaN(w2), NULL, ifNotFinite(w2, 0))), toFloat64(if(isNaN(w2), NULL, ifNotFinite(w2, 0))), toFloat64(if(isNaN(w3), NULL, ifNotFinite(w3, 0))))) / nullIf(toFloat64(tupleElement(w4, 1)), 0)) * {p5:Float64})), nan), p1_near_34, p1_beside_15, p1_looked_up_22, p1_looked_up_29, p1_beside_32) AS p1_measured_33
        FROM
        (
            SELECT
                p1_near_34,
                p1_beside_15,
                p1_beside_32,
                occasion_place,
                customer_key,
                subject_key,
                felt,
                p1_askings,
                p1_times,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_values_16, arrayResize(arraySlice(p1_values_16, 1, 0), length(p1_asks_18), nan)), p1_unsorted_20), p1_merged_21), p1_merged_21), p1_order_19) AS p1_looked_up_22,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_values_23, arrayResize(arraySlice(p1_values_23, 1, 0), length(p1_asks_25), nan)), p1_unsorted_27), p1_merged_28), p1_merged_28), p1_order_26) AS p1_looked_up_29
            FROM
            (
                SELECT
                    p1_values_16,
                    p1_asks_18,
                    p1_unsorted_20,
                    p1_order_19,
                    p1_values_23,
                    p1_asks_25,
                    p1_unsorted_27,
                    p1_order_26,
                    p1_near_34,
                    p1_beside_15,
                    p1_beside_32,
                    occasion_place,
                    customer_key,
                    subject_key,
                    felt,
                    p1_askings,
                    p1_times,
                    arraySort(p1_unsorted_20) AS p1_merged_21,
                    arraySort(p1_unsorted_27) AS p1_merged_28
                FROM
                (
                    SELECT
                        p1_values_16,
                        p1_asks_18,
                        p1_values_23,
                        p1_asks_25,
                        p1_near_34,
                        p1_beside_15,
                        p1_beside_32,
                        occasion_place,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        p1_times,
                        arraySort((i, w) -> w, arrayEnumerate(p1_asks_18), p1_asks_18) AS p1_order_19,
                        arrayConcat(p1_of_17, p1_asks_18) AS p1_unsorted_20,
                        arraySort((i, w) -> w, arrayEnumerate(p1_asks_25), p1_asks_25) AS p1_order_26,
                        arrayConcat(p1_of_24, p1_asks_25) AS p1_unsorted_27
                    FROM
                    (
                        SELECT
                            p1_of_17,
                            p1_values_16,
                            p1_of_24,
                            p1_values_23,
                            p1_near_34,
                            p1_beside_15,
                            p1_beside_32,
                            occasion_place,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            p1_times,
                            arrayMap(w -> bitOr(bitAnd(w, toUInt128('340282366920923956353538950406695026688')), 1), p1_latest_6) AS p1_asks_18,
                            arrayMap(w -> bitOr(bitAnd(w, toUInt128('340282366920923956353538950406695026688')), 1), p1_latest_12) AS p1_asks_25
                        FROM
                        (
                            SELECT
                                p1_of_17,
                                p1_values_16,
                                p1_of_24,
                                p1_values_23,
                                p1_near_34,
                                p1_beside_15,
                                p1_beside_32,
                                occasion_place,
                                customer_key,
                                subject_key,
                                felt,
                                p1_askings,
                                p1_times,
                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), toUInt128(0), bitXor(f, toUInt128('4835703278177041722114048'))), arrayFilter((f, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arrayFill(m -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_5), p1_merged_5)) AS p1_latest_6,
                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), toUInt128(0), bitXor(f, toUInt128('4835703278177041722114048'))), arrayFilter((f, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arrayFill(m -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_11), p1_merged_11)) AS p1_latest_12
                            FROM
                            (
                                SELECT
                                    p1_of_17,
                                    p1_values_16,
                                    p1_of_24,
                                    p1_values_23,
                                    p1_near_34,
                                    p1_beside_15,
                                    p1_beside_32,
                                    occasion_place,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    p1_askings,
                                    p1_times,
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near_3, p1_near_bits_4)) AS p1_merged_5,
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 12) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near_9, p1_near_bits_10)) AS p1_merged_11
                                FROM
                                (
                                    SELECT
                                        p1_near_3,
                                        p1_near_9,
                                        p1_of_17,
                                        p1_values_16,
                                        p1_of_24,
                                        p1_values_23,
                                        p1_near_34,
                                        p1_beside_15,
                                        p1_beside_32,
                                        occasion_place,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayMap(x -> toUInt64(x), p1_near_3) AS p1_near_bits_4,
                                        arrayMap(x -> toUInt64(x), p1_near_9) AS p1_near_bits_10,
                                        p1_near_34 AS p1_askings,
                                        arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_34) AS p1_times
                                    FROM
                                    (
                                        SELECT
                                            p1_of_17,
                                            p1_values_16,
                                            p1_of_24,
                                            p1_values_23,
                                            p1_beside_15,
                                            p1_beside_32,
                                            occasion_place,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            arrayFilter((x, m) -> (bitAnd(m, 3) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                            arrayFilter((x, m) -> (bitAnd(m, 14) != 0), p1_near, p1_near_bits) AS p1_near_9,
                                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_34
                                        FROM
                                        (
                                            SELECT
                                                p1_near,
                                                p1_of_17,
                                                p1_values_16,
                                                p1_of_24,
                                                p1_values_23,
                                                p1_beside_15,
                                                p1_beside_32,
                                                occasion_place,
                                                customer_key,
                                                subject_key,
                                                felt,
                                                arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                            FROM
                                            (
                                                SELECT
                                                    p1_of_17,
                                                    p1_values_16,
                                                    p1_of_24,
                                                    p1_values_23,
                                                    p1_beside_15,
                                                    p1_beside_32,
                                                    occasion_place,
                                                    customer_key,
                                                    subject_key,
                                                    felt,
                                                    arrayFilter((x, m) -> (bitAnd(m, 15) != 0), elements, element_bits) AS p1_near
                                                FROM
                                                (
                                                    SELECT
                                                        elements,
                                                        p1_of_17,
                                                        p1_values_16,
                                                        p1_of_24,
                                                        p1_values_23,
                                                        occasion_place,
                                                        customer_key,
                                                        subject_key,
                                                        felt,
                                                        arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                                        arraySort((v, e) -> e, p1_values_13, p1_of_14) AS p1_beside_15,
                                                        arraySort((v, e) -> e, p1_values_30, p1_of_14) AS p1_beside_32
                                                    FROM
                                                    (
                                                        SELECT
                                                            customer_key,
                                                            toUInt64(0) AS subject_key,
                                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p6:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4), toUInt64(8)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                            toUInt16(multiIf(max(((name = {p7:String}) AND ifNull((p_business OR (position(lower(p_product), {p8:String}) > 0)), 0))) = 1, 1, max((((name = {p7:String}) AND ifNull(startsWith(`p_referred by`, {p9:String}), 0)) OR ((name = {p10:String}) AND ifNull(((p_topic = {p11:String}) OR (p_topic = {p12:String})), 0)))) = 1, 2, max((name = {p13:String})) = 1, 3, 0)) AS occasion_place,
                                                            argMaxOrNullIf(multiIf(name = {p14:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                            groupArrayIf(ifNull(p_amount, nan), (name = {p15:String})) AS p1_values_13,
                                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p15:String})) AS p1_of_14,
                                                            groupArrayIf(ifNull(p_price, nan), (name = {p16:String})) AS p1_values_16,
                                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p16:String})) AS p1_of_17,
                                                            groupArrayIf(ifNull(p_price, nan), ((name = {p7:String}) OR (name = {p13:String}))) AS p1_values_23,
                                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p7:String}) OR (name = {p13:String}))) AS p1_of_24,
                                                            groupArrayIf(tuple(p_items), (name = {p15:String})) AS p1_values_30
                                                        FROM events
                                                        WHERE (name IN ({p15:String}, {p10:String}, {p16:String}, {p13:String}, {p7:String}, {p14:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_36), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayResize(CAST([], 'Array(UInt128)'), length(p1_askings))) AS n,
    arrayConcat(p1_verdict_36) AS v,
    arrayConcat(arrayMap((v, m) -> multiIf((v NOT IN (toUInt8(1), toUInt8(3))), toInt8(-1), isNaN(m), toInt8(0), (m <= {p17:Float64}), toInt8(1), toInt8(0)), p1_verdict_36, p1_measured_33)) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_36), toInt64(-4611686018427387904))) AS h,
    arrayConcat(p1_measured_33) AS x,
    arrayConcat(arrayMap(v -> multiIf(occasion_place = 3, {p18:Float64}, {p18:Float64}), p1_verdict_36)) AS e,
    arrayConcat(arrayMap(v -> {p19:Float64}, p1_verdict_36)) AS g;

-- speed-as-sold: The line is as fast as what you bought
SET param_p1 = '[\'speed-as-sold\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '-5.000000005';
SET param_p4 = '[\'line.connected\', \'line.down\', \'order.changed\', \'order.cancelled\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'FIBRE';
SET param_p7 = 'office';
SET param_p8 = 'moving';
SET param_p9 = 'contact.opened';
SET param_p10 = 'move';
SET param_p11 = 'new address';
SET param_p12 = 'order.changed';
SET param_p13 = 'survey.answered';
SET param_p14 = 'line.connected';
SET param_p15 = 'line.down';
SET param_p16 = 'order.cancelled';
SET param_p17 = '-5';
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
        p1_verdict_43,
        p1_askings,
        p1_answer_44,
        arrayMap((m, n) -> if(n = 0, nan, m), p1_measured_40, p1_answer_44) AS p1_delivered_45
    FROM
    (
        SELECT
            p1_measured_40,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_verdict_43,
            p1_askings,
            arrayMap((n, b, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))) OR ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt128(0), n), p1_first_11, p1_first_17, p1_verdict_43) AS p1_answer_44
        FROM
        (
            SELECT
                p1_first_11,
                p1_first_17,
                p1_measured_40,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap((n, b, u, e, m) -> multiIf(((u != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000))) AND ((b = 0) OR ((toInt64(bitShiftRight(u, 84)) - 2208988800000) <= (toInt64(bitShiftRight(b, 84)) - 2208988800000)))), toUInt8(5), ((b != 0) AND ((n = 0) OR ((toInt64(bitShiftRight(b, 84)) - 2208988800000) < (toInt64(bitShiftRight(n, 84)) - 2208988800000)))), toUInt8(3), n = 0, if(e != 0, toUInt8(7), toUInt8(4)), multiIf(isNaN(m), toUInt8(7), (m >= {p3:Float64}), toUInt8(1), toUInt8(3))), p1_first_11, p1_first_17, p1_first_23, p1_first_29, p1_measured_40) AS p1_verdict_43
            FROM
            (
                SELECT
                    p1_first_11,
                    p1_first_17,
                    p1_first_23,
                    p1_first_29,
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    p1_askings,
                    arrayMap((a, w1, w2) -> ifNull(toFloat64((if(isNaN(w1), NULL, ifNotFinite(w1, 0)) - if(isNaN(w2), NULL, ifNotFinite(w2, 0)))), nan), p1_near_41, p1_looked_up_36, p1_beside_39) AS p1_measured_40
                FROM
                (
                    SELECT
                        p1_near_41,
                        p1_beside_39,
                        p1_first_11,
                        p1_first_17,
                        p1_first_23,
                        p1_first_29,
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        p1_askings,
                        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_values_30, arrayResize(arraySlice(p1_values_30, 1, 0), length(p1_asks_32), nan)), p1_unsorted_34), p1_merged_35), p1_merged_35), p1_order_33) AS p1_looked_up_36
                    FROM
                    (
                        SELECT
                            p1_values_30,
                            p1_asks_32,
                            p1_unsorted_34,
                            p1_order_33,
                            p1_near_41,
                            p1_beside_39,
                            p1_first_11,
                            p1_first_17,
                            p1_first_23,
                            p1_first_29,
                            customer_key,
                            subject_key,
                            occasion_place,
                            felt,
                            p1_askings,
                            arraySort(p1_unsorted_34) AS p1_merged_35
                        FROM
                        (
                            SELECT
                                p1_values_30,
                                p1_asks_32,
                                p1_near_41,
                                p1_beside_39,
                                p1_first_11,
                                p1_first_17,
                                p1_first_23,
                                p1_first_29,
                                customer_key,
                                subject_key,
                                occasion_place,
                                felt,
                                p1_askings,
                                arraySort((i, w) -> w, arrayEnumerate(p1_asks_32), p1_asks_32) AS p1_order_33,
                                arrayConcat(p1_of_31, p1_asks_32) AS p1_unsorted_34
                            FROM
                            (
                                SELECT
                                    p1_of_31,
                                    p1_values_30,
                                    p1_near_41,
                                    p1_beside_39,
                                    p1_first_11,
                                    p1_first_17,
                                    p1_first_23,
                                    p1_first_29,
                                    customer_key,
                                    subject_key,
                                    occasion_place,
                                    felt,
                                    p1_askings,
                                    arrayMap(w -> bitOr(bitAnd(w, toUInt128('340282366920923956353538950406695026688')), 1), p1_first_11) AS p1_asks_32
                                FROM
                                (
                                    SELECT
                                        p1_of_31,
                                        p1_values_30,
                                        p1_near_41,
                                        p1_beside_39,
                                        p1_first_17,
                                        p1_first_23,
                                        p1_first_29,
                                        customer_key,
                                        subject_key,
                                        occasion_place,
                                        felt,
                                        p1_askings,
                                        arrayMap((f, m) -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_found_10, p1_merged_9), arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), p1_merged_9, p1_merged_9)) AS p1_first_11
                                    FROM
                                    (
                                        SELECT
                                            p1_merged_9,
                                            p1_of_31,
                                            p1_values_30,
                                            p1_near_41,
                                            p1_beside_39,
                                            p1_first_17,
                                            p1_first_23,
                                            p1_first_29,
                                            customer_key,
                                            subject_key,
                                            occasion_place,
                                            felt,
                                            p1_askings,
                                            arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_9, p1_merged_9) AS p1_found_10
                                        FROM
                                        (
                                            SELECT
                                                p1_of_31,
                                                p1_values_30,
                                                p1_near_41,
                                                p1_beside_39,
                                                customer_key,
                                                subject_key,
                                                occasion_place,
                                                felt,
                                                p1_askings,
                                                arraySort(arrayConcat(p1_from_6, arrayMap(c -> bitOr(c, toUInt128('4835703278458516698824704')), p1_near_1))) AS p1_merged_9,
                                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_16), p1_merged_16)) AS p1_first_17,
                                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_22), p1_merged_22)) AS p1_first_23,
                                                arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_28), p1_merged_28)) AS p1_first_29
                                            FROM
                                            (
                                                SELECT
                                                    p1_near_1,
                                                    p1_of_31,
                                                    p1_values_30,
                                                    p1_near_41,
                                                    p1_beside_39,
                                                    customer_key,
                                                    subject_key,
                                                    occasion_place,
                                                    felt,
                                                    p1_askings,
                                                    arrayMap(a -> greatest(a, p1_undone_5), p1_near_41) AS p1_from_6,
                                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 8) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_14, p1_near_bits_15)) AS p1_merged_16,
                                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 16) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_20, p1_near_bits_21)) AS p1_merged_22,
                                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 17) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near_26, p1_near_bits_27)) AS p1_merged_28
                                                FROM
                                                (
                                                    SELECT
                                                        p1_near_41,
                                                        p1_near_1,
                                                        p1_near_14,
                                                        p1_near_20,
                                                        p1_near_26,
                                                        p1_of_31,
                                                        p1_values_30,
                                                        p1_beside_39,
                                                        customer_key,
                                                        subject_key,
                                                        occasion_place,
                                                        felt,
                                                        bitAnd(arrayMax(p1_near_3), toUInt128('340282366920919120650260773364972912640')) AS p1_undone_5,
                                                        p1_near_41 AS p1_askings,
                                                        arrayMap(x -> toUInt64(x), p1_near_14) AS p1_near_bits_15,
                                                        arrayMap(x -> toUInt64(x), p1_near_20) AS p1_near_bits_21,
                                                        arrayMap(x -> toUInt64(x), p1_near_26) AS p1_near_bits_27
                                                    FROM
                                                    (
                                                        SELECT
                                                            p1_of_31,
                                                            p1_values_30,
                                                            p1_beside_39,
                                                            customer_key,
                                                            subject_key,
                                                            occasion_place,
                                                            felt,
                                                            arrayFilter((x, m) -> (bitAnd(m, 4) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_41,
                                                            arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1,
                                                            arrayFilter((x, m) -> (bitAnd(m, 10) != 0), p1_near, p1_near_bits) AS p1_near_14,
                                                            arrayFilter((x, m) -> (bitAnd(m, 18) != 0), p1_near, p1_near_bits) AS p1_near_20,
                                                            arrayFilter((x, m) -> (bitAnd(m, 19) != 0), p1_near, p1_near_bits) AS p1_near_26
                                                        FROM
                                                        (
                                                            SELECT
                                                                p1_near,
                                                                p1_of_31,
                                                                p1_values_30,
                                                                p1_beside_39,
                                                                customer_key,
                                                                subject_key,
                                                                occasion_place,
                                                                felt,
                                                                arrayMap(x -> toUInt64(x), p1_near) AS p1_near_bits
                                                            FROM
                                                            (
                                                                SELECT
                                                                    p1_of_31,
                                                                    p1_values_30,
                                                                    p1_beside_39,
                                                                    customer_key,
                                                                    subject_key,
                                                                    occasion_place,
                                                                    felt,
                                                                    arrayFilter((x, m) -> (bitAnd(m, 31) != 0), elements, element_bits) AS p1_near
                                                                FROM
                                                                (
                                                                    SELECT
                                                                        elements,
                                                                        p1_of_31,
                                                                        p1_values_30,
                                                                        customer_key,
                                                                        subject_key,
                                                                        occasion_place,
                                                                        felt,
                                                                        arrayMap(x -> toUInt64(x), elements) AS element_bits,
                                                                        arraySort((v, e) -> e, p1_values_37, p1_of_38) AS p1_beside_39
                                                                    FROM
                                                                    (
                                                                        SELECT
                                                                            customer_key,
                                                                            k_order_id AS subject_key,
                                                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(4), toUInt64(8), toUInt64(16)], toUInt64(0)), 'UInt64'), if((name = {p5:String}) AND ifNull(endsWith(upper(p_product), {p6:String}), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                                                            toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p7:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p8:String}), 0)) OR ((name = {p9:String}) AND ifNull(((p_topic = {p10:String}) OR (p_topic = {p11:String})), 0)))) = 1, 2, max((name = {p12:String})) = 1, 3, 0)) AS occasion_place,
                                                                            argMaxOrNullIf(multiIf(name = {p13:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                                                                            groupArrayIf(ifNull(p_mbit, nan), (name = {p14:String})) AS p1_values_30,
                                                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), (name = {p14:String})) AS p1_of_31,
                                                                            groupArrayIf(ifNull(p_mbit, nan), ((name = {p5:String}) AND ifNull(endsWith(upper(p_product), {p6:String}), 0))) AS p1_values_37,
                                                                            groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p5:String}) AND ifNull(endsWith(upper(p_product), {p6:String}), 0))) AS p1_of_38
                                                                        FROM events
                                                                        WHERE (name IN ({p9:String}, {p14:String}, {p15:String}, {p16:String}, {p12:String}, {p5:String}, {p13:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_43), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(arrayMap(n -> if(n = 0, toInt64(-4611686018427387904), (toInt64(bitShiftRight(n, 84)) - 2208988800000)), p1_answer_44)) AS d,
    arrayConcat(p1_answer_44) AS n,
    arrayConcat(p1_verdict_43) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_43), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_43), toInt64(-4611686018427387904))) AS h,
    arrayConcat(p1_delivered_45) AS x,
    arrayConcat(arrayMap(v -> {p17:Float64}, p1_verdict_43)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_43), nan)) AS g;

-- hardly-late: If the technician is late, then only a little
SET param_p1 = '[\'hardly-late\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '900.0000009';
SET param_p4 = 'visit.done';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
SET param_p13 = '-1e-9';
SET param_p14 = '300.0000003';
SET param_p15 = '900';
SET param_p16 = '300';
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
        p1_verdict_6,
        p1_beside_3,
        p1_near AS p1_askings,
        arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near) AS p1_times
    FROM
    (
        SELECT
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_beside_3,
            arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS p1_near,
            arrayMap(m -> multiIf(isNaN(m), toUInt8(7), (m <= {p3:Float64}), toUInt8(1), toUInt8(3)), p1_beside_3) AS p1_verdict_6
        FROM
        (
            SELECT
                elements,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                arrayMap(x -> toUInt64(x), elements) AS element_bits,
                arraySort((v, e) -> e, p1_values_1, p1_of_2) AS p1_beside_3
            FROM
            (
                SELECT
                    customer_key,
                    toUInt64(0) AS subject_key,
                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(toUInt64(0), if((name = {p4:String}) AND ifNull(isNotNull(p_late_by), 0), toUInt64(1), toUInt64(0))))))) AS elements,
                    toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                    argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                    groupArrayIf(ifNull(toFloat64(p_late_by), nan), ((name = {p4:String}) AND ifNull(isNotNull(p_late_by), 0))) AS p1_values_1,
                    groupArrayIf(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), ((name = {p4:String}) AND ifNull(isNotNull(p_late_by), 0))) AS p1_of_2
                FROM events
                WHERE (name IN ({p8:String}, {p11:String}, {p5:String}, {p12:String}, {p4:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                GROUP BY
                    customer_key,
                    subject_key
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_6), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayResize(CAST([], 'Array(UInt128)'), length(p1_askings))) AS n,
    arrayConcat(p1_verdict_6) AS v,
    arrayConcat(arrayMap((v, m) -> multiIf((v NOT IN (toUInt8(1), toUInt8(3))), toInt8(-1), isNaN(m), toInt8(0), ((m >= {p13:Float64}) AND (m <= {p14:Float64})), toInt8(1), toInt8(0)), p1_verdict_6, p1_beside_3)) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_6), toInt64(-4611686018427387904))) AS h,
    arrayConcat(p1_beside_3) AS x,
    arrayConcat(arrayMap(v -> {p15:Float64}, p1_verdict_6)) AS e,
    arrayConcat(arrayMap(v -> {p16:Float64}, p1_verdict_6)) AS g;

-- announced-before-we-come: Nobody rings at your door without telling you before
SET param_p1 = '[\'announced-before-we-come\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'visit.announced\', \'visit.done\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
SET param_p13 = 'visit.announced';
SET param_p14 = 'visit.done';
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
                                                    toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                FROM events
                                                WHERE (name IN ({p8:String}, {p11:String}, {p5:String}, {p12:String}, {p13:String}, {p14:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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

-- asked-before-we-change: Nothing is changed that you did not ask for
SET param_p1 = '[\'asked-before-we-change\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'Europe/Berlin';
SET param_p4 = '[\'contact.opened\', \'order.placed\', \'order.changed\']';
SET param_p5 = 'order.placed';
SET param_p6 = 'office';
SET param_p7 = 'moving';
SET param_p8 = 'contact.opened';
SET param_p9 = 'move';
SET param_p10 = 'new address';
SET param_p11 = 'order.changed';
SET param_p12 = 'survey.answered';
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
                        arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 60)), p1_done_7) AS p1_local_8
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
                                    arraySort(arrayMap((m, b) -> if(bitAnd(b, 3) != 0, bitXor(m, toUInt128('4835703278177041722114048')), bitOr(m, toUInt128('4835703278458516698824704'))), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                    arrayFilter((x, m) -> (bitAnd(m, 4) != 0), p1_near, p1_near_bits_4) AS p1_near_12
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
                                                    toUInt64(0) AS subject_key,
                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                    toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_business OR (position(lower(p_product), {p6:String}) > 0)), 0))) = 1, 1, max((((name = {p5:String}) AND ifNull(startsWith(`p_referred by`, {p7:String}), 0)) OR ((name = {p8:String}) AND ifNull(((p_topic = {p9:String}) OR (p_topic = {p10:String})), 0)))) = 1, 2, max((name = {p11:String})) = 1, 3, 0)) AS occasion_place,
                                                    argMaxOrNullIf(multiIf(name = {p12:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                FROM events
                                                WHERE (name IN ({p8:String}, {p11:String}, {p5:String}, {p12:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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

-- shown-before-billed: There is no bill without an order
SET param_p1 = '[\'shown-before-billed\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = 'order.placed';
SET param_p4 = 'office';
SET param_p5 = 'moving';
SET param_p6 = 'contact.opened';
SET param_p7 = 'move';
SET param_p8 = 'new address';
SET param_p9 = 'order.changed';
SET param_p10 = 'survey.answered';
SET param_p11 = '0';
SET param_p12 = '2';
SET param_p13 = 'bill.sent';
SET param_p14 = '0';
SET param_p15 = '0';
SET param_p16 = '-1';
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
        p1_latest_1,
        arrayMap((n, l, t) -> if((n != 0) AND (l >= t), toUInt8(1), toUInt8(3)), p1_latest_1, p1_times, p1_times) AS p1_verdict_2
    FROM
    (
        SELECT
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            arrayMap((x, a) -> if(empty(arrayMap(c -> tupleElement(c, 1), arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) <= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull(((-tupleElement(c, 3)) != tupleElement(a, 2)), 0))), p1_first_paired))), toUInt128(0), bitXor(arrayMax(arrayMap(e -> bitXor(e, toUInt128('4835703278177041722114048')), arrayMap(c -> tupleElement(c, 1), arrayFilter(c -> (((toInt64(bitShiftRight(tupleElement(c, 1), 84)) - 2208988800000) <= (toInt64(bitShiftRight(x, 84)) - 2208988800000)) AND (NOT (bitAnd(bitXor(tupleElement(c, 1), x), toUInt128('340282366920923956353538950406695026688')) = 0)) AND ((tupleElement(c, 2) = 0) AND ifNull(((-tupleElement(c, 3)) != tupleElement(a, 2)), 0))), p1_first_paired)))), toUInt128('4835703278177041722114048'))), p1_askings, p1_asked) AS p1_latest_1,
            arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_askings) AS p1_times
        FROM
        (
            SELECT
                p1_first_paired,
                p1_asked,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                arrayMap(a -> tupleElement(a, 1), p1_asked) AS p1_askings
            FROM
            (
                SELECT
                    customer_key,
                    toUInt64(0) AS subject_key,
                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(toUInt64(0))))) AS elements,
                    toUInt16(multiIf(max(((name = {p3:String}) AND ifNull((p_business OR (position(lower(p_product), {p4:String}) > 0)), 0))) = 1, 1, max((((name = {p3:String}) AND ifNull(startsWith(`p_referred by`, {p5:String}), 0)) OR ((name = {p6:String}) AND ifNull(((p_topic = {p7:String}) OR (p_topic = {p8:String})), 0)))) = 1, 2, max((name = {p9:String})) = 1, 3, 0)) AS occasion_place,
                    argMaxOrNullIf(multiIf(name = {p10:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt,
                    arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), multiIf(name = {p3:String}, 0, 1), p_price), ((name = {p3:String}) AND ifNull((p_price > {p11:Int64}), 0) AND ifNull(((p_months % nullIf({p12:Int64}, 0)) = {p11:Int64}), 0)))) AS p1_first_paired,
                    arraySort(groupArrayIf((bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), p_amount), ((name = {p13:String}) AND ifNull((p_amount > {p14:Float64}), 0) AND ifNull((NOT ((toString(p_items) = {p15:String}) OR (toString(p_items) = {p16:String}))), 0)))) AS p1_asked
                FROM events
                WHERE (name IN ({p13:String}, {p6:String}, {p9:String}, {p3:String}, {p10:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
                GROUP BY
                    customer_key,
                    subject_key
            )
        )
    )
)
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_2), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_times) AS d,
    arrayConcat(arrayMap((n, v) -> if(v = toUInt8(1), n, toUInt128(0)), p1_latest_1, p1_verdict_2)) AS n,
    arrayConcat(p1_verdict_2) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_2), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_2), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayMap(v -> if(v = toUInt8(1), 1., 0.), p1_verdict_2)) AS x,
    arrayConcat(arrayMap(v -> 1., p1_verdict_2)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_2), nan)) AS g;

-- promised-in-season: Before Christmas we are faster
SET param_p1 = '[\'promised-in-season\']';
SET param_p2 = '[\'\', \'working-from-home\', \'moving-house\', \'second-line\']';
SET param_p3 = '[\'line.connected\']';
SET param_p4 = 'order.placed';
SET param_p5 = '2026-11-01';
SET param_p6 = '2026-12-24';
SET param_p7 = '1798131600000';
SET param_p8 = '1790812800000';
SET param_p9 = '86400';
SET param_p10 = '2';
SET param_p11 = '5400';
SET param_p12 = '3600';
SET param_p13 = '72';
SET param_p14 = '12';
SET param_p15 = '1';
SET param_p16 = '0';
SET param_p17 = 'office';
SET param_p18 = 'moving';
SET param_p19 = 'contact.opened';
SET param_p20 = 'move';
SET param_p21 = 'new address';
SET param_p22 = 'order.changed';
SET param_p23 = 'survey.answered';
SET param_p24 = 'line.connected';
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
        p1_verdict_10,
        p1_askings,
        p1_due_7,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_6, p1_verdict_10) AS p1_answer_11
    FROM
    (
        SELECT
            p1_first_6,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_7,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1794830400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_7, p1_due_7) AS p1_verdict_10
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                arrayMap(t -> (t + 261000000), p1_times) AS p1_due_7
            FROM
            (
                SELECT
                    customer_key,
                    subject_key,
                    occasion_place,
                    felt,
                    arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                    p1_near_8 AS p1_askings,
                    arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_8) AS p1_times
                FROM
                (
                    SELECT
                        customer_key,
                        subject_key,
                        occasion_place,
                        felt,
                        arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                        arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_8
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
                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(bitOr(CAST(transform(name, {p3:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'), if((name = {p4:String}) AND ifNull(((((((((p_wanted_by >= toDate32({p5:String})) AND (p_wanted_by <= toDate32({p6:String}))) AND (toUnixTimestamp64Milli(p_slot_start) < {p7:Int64})) AND (((toUnixTimestamp64Milli(p_slot_start) - {p8:Int64}) / 1000) > {p9:Float64})) AND ((p_patience * {p10:Int64}) > {p11:Float64})) AND ((p_patience / nullIf({p12:Float64}, 0)) <= {p13:Float64})) AND (((toInt64(trunc(p_price)) + (p_months * {p14:Int64})) - {p15:Int64}) > {p16:Int64})) AND (p_business = false)), 0), toUInt64(2), toUInt64(0))))))) AS elements,
                                        toUInt16(multiIf(max(((name = {p4:String}) AND ifNull((p_business OR (position(lower(p_product), {p17:String}) > 0)), 0))) = 1, 1, max((((name = {p4:String}) AND ifNull(startsWith(`p_referred by`, {p18:String}), 0)) OR ((name = {p19:String}) AND ifNull(((p_topic = {p20:String}) OR (p_topic = {p21:String})), 0)))) = 1, 2, max((name = {p22:String})) = 1, 3, 0)) AS occasion_place,
                                        argMaxOrNullIf(multiIf(name = {p23:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                    FROM events
                                    WHERE (name IN ({p19:String}, {p24:String}, {p22:String}, {p4:String}, {p23:String})) AND (k_order_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1794830400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_10), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_7) AS d,
    arrayConcat(p1_answer_11) AS n,
    arrayConcat(p1_verdict_10) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_10), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_10), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_10), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_10), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_10), nan)) AS g;
