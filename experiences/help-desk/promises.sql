-- answered-today: A person answers within four hours
SET param_p1 = '[\'answered-today\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p4 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 216000000, 252000000, 288000000, 324000000, 360000000, 396000000, 432000000, 468000000, 504000000, 540000000, 576000000, 612000000, 648000000, 684000000, 720000000, 756000000, 792000000, 828000000, 864000000, 900000000, 936000000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000, 1152000000, 1188000000, 1224000000, 1260000000, 1296000000, 1332000000, 1368000000, 1404000000, 1440000000, 1476000000, 1512000000, 1548000000, 1584000000, 1620000000, 1656000000, 1692000000, 1728000000, 1764000000, 1800000000, 1836000000, 1872000000, 1908000000, 1944000000, 1980000000, 2016000000, 2052000000, 2088000000, 2124000000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59]';
SET param_p6 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p7 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'ticket.answered\', \'ticket.opened\']';
SET param_p10 = 'ticket.opened';
SET param_p11 = 'ticket.rated';
SET param_p12 = 'ticket.answered';
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
        p1_due_17,
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
            p1_due_17,
            p1_target_27,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_6, p1_due_17, p1_due_17) AS p1_verdict_25
        FROM
        (
            SELECT
                p1_first_6,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                multiIf(occasion_place = 1, p1_due_16, p1_due_11) AS p1_due_17,
                p1_due_22 AS p1_target_27
            FROM
            (
                SELECT
                    occasion_place,
                    p1_first_6,
                    customer_key,
                    subject_key,
                    felt,
                    p1_askings,
                    arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_8, p1_interval_10) AS p1_due_11,
                    arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_13, p1_interval_15) AS p1_due_16,
                    arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_19, p1_interval_21) AS p1_due_22
                FROM
                (
                    SELECT
                        p1_wanted_8,
                        p1_wanted_13,
                        occasion_place,
                        p1_wanted_19,
                        p1_first_6,
                        customer_key,
                        subject_key,
                        felt,
                        p1_askings,
                        arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_8, p1_at_step_9) AS p1_interval_10,
                        arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_13, p1_at_step_14) AS p1_interval_15,
                        arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_19, p1_at_step_20) AS p1_interval_21
                    FROM
                    (
                        SELECT
                            p1_wanted_8,
                            p1_wanted_13,
                            occasion_place,
                            p1_wanted_19,
                            p1_first_6,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_8) AS p1_at_step_9,
                            arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_13) AS p1_at_step_14,
                            arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_19) AS p1_at_step_20
                        FROM
                        (
                            SELECT
                                occasion_place,
                                p1_first_6,
                                customer_key,
                                subject_key,
                                felt,
                                p1_askings,
                                arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_7)) AS p1_wanted_8,
                                arrayMap(s -> (s + 3600000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_7)) AS p1_wanted_13,
                                arrayMap(s -> (s + 7200000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_7)) AS p1_wanted_19
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
                                    arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_7
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        customer_key,
                                        subject_key,
                                        felt,
                                        arrayMap(f -> if((bitAnd(f, toUInt128('4835703278458516698824704')) != 0), f, toUInt128(0)), arrayFilter((f, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill(m -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_5), p1_merged_5)) AS p1_first_6,
                                        p1_near_23 AS p1_askings,
                                        arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_23) AS p1_times
                                    FROM
                                    (
                                        SELECT
                                            occasion_place,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            arraySort(arrayMap((m, b) -> if(bitAnd(b, 1) != 0, bitOr(m, toUInt128('4835703278458516698824704')), m), p1_near, p1_near_bits_4)) AS p1_merged_5,
                                            arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits_4) AS p1_near_23
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
                                                            k_ticket_id AS subject_key,
                                                            arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                            toUInt16(multiIf(max(((name = {p10:String}) AND ifNull((p_urgent = true), 0))) = 1, 1, 0)) AS occasion_place,
                                                            argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                        FROM events
                                                        WHERE (name IN ({p12:String}, {p10:String}, {p11:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_25), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_17) AS d,
    arrayConcat(p1_answer_26) AS n,
    arrayConcat(p1_verdict_25) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((toInt64(bitShiftRight(r, 84)) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776758400000 > g, toInt8(0), toInt8(-1)), p1_answer_26, p1_verdict_25, p1_target_27)) AS o,
    arrayConcat(p1_target_27) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_25), nan)) AS g;

-- solved-for-good: It is solved within three days and stays solved
SET param_p1 = '[\'solved-for-good\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p4 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1769990400000, 1770076800000, 1770163200000, 1770249600000, 1770336000000, 1770595200000, 1770681600000, 1770768000000, 1770854400000, 1770940800000, 1771200000000, 1771286400000, 1771372800000, 1771459200000, 1771545600000, 1771804800000, 1771891200000, 1771977600000, 1772064000000, 1772150400000, 1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000, 1776384000000, 1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p9 = '[\'ticket.solved\', \'ticket.opened\', \'ticket.reopened\']';
SET param_p10 = 'ticket.opened';
SET param_p11 = 'ticket.rated';
SET param_p12 = 'ticket.reopened';
SET param_p13 = 'ticket.solved';
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
        p1_due_28,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_11, p1_verdict_31) AS p1_answer_32
    FROM
    (
        SELECT
            p1_first_11,
            customer_key,
            subject_key,
            occasion_place,
            felt,
            p1_askings,
            p1_due_28,
            arrayMap((n, h, d) -> multiIf(n != 0, if((toInt64(bitShiftRight(n, 84)) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_11, p1_due_28, p1_due_28) AS p1_verdict_31
        FROM
        (
            SELECT
                p1_first_11,
                customer_key,
                subject_key,
                occasion_place,
                felt,
                p1_askings,
                multiIf(occasion_place = 1, p1_due_27, p1_due_19) AS p1_due_28
            FROM
            (
                SELECT
                    occasion_place,
                    p1_first_11,
                    customer_key,
                    subject_key,
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
                        occasion_place,
                        p1_first_11,
                        customer_key,
                        subject_key,
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
                            occasion_place,
                            p1_first_11,
                            customer_key,
                            subject_key,
                            felt,
                            p1_askings,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_16) AS p1_before_17,
                            arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_24) AS p1_before_25
                        FROM
                        (
                            SELECT
                                p1_due_day_15,
                                p1_due_day_23,
                                occasion_place,
                                customer_key,
                                subject_key,
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
                                    occasion_place,
                                    customer_key,
                                    subject_key,
                                    felt,
                                    p1_askings,
                                    arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), p1_merged_9, p1_merged_9) AS p1_found_10,
                                    arrayMap(d -> (d + 3), p1_day_14) AS p1_due_day_15,
                                    arrayMap(d -> (d + 1), p1_day_14) AS p1_due_day_23
                                FROM
                                (
                                    SELECT
                                        occasion_place,
                                        customer_key,
                                        subject_key,
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
                                            occasion_place,
                                            customer_key,
                                            subject_key,
                                            felt,
                                            p1_askings,
                                            arrayMap(a -> greatest(a, p1_undone_5), p1_near_29) AS p1_from_6,
                                            arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_12
                                        FROM
                                        (
                                            SELECT
                                                p1_near_29,
                                                p1_near_1,
                                                occasion_place,
                                                customer_key,
                                                subject_key,
                                                felt,
                                                bitAnd(arrayMax(p1_near_3), toUInt128('340282366920919120650260773364972912640')) AS p1_undone_5,
                                                p1_near_29 AS p1_askings,
                                                arrayMap(a -> (toInt64(bitShiftRight(a, 84)) - 2208988800000), p1_near_29) AS p1_times
                                            FROM
                                            (
                                                SELECT
                                                    occasion_place,
                                                    customer_key,
                                                    subject_key,
                                                    felt,
                                                    arrayFilter((x, m) -> (bitAnd(m, 4) != 0), p1_near, p1_near_bits) AS p1_near_3,
                                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), p1_near, p1_near_bits) AS p1_near_29,
                                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), p1_near, p1_near_bits) AS p1_near_1
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
                                                                    k_ticket_id AS subject_key,
                                                                    arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                                    toUInt16(multiIf(max(((name = {p10:String}) AND ifNull((p_urgent = true), 0))) = 1, 1, 0)) AS occasion_place,
                                                                    argMaxOrNullIf(multiIf(name = {p11:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                                FROM events
                                                                WHERE (name IN ({p10:String}, {p11:String}, {p12:String}, {p13:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_31), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_28) AS d,
    arrayConcat(p1_answer_32) AS n,
    arrayConcat(p1_verdict_31) AS v,
    arrayConcat(arrayResize(emptyArrayInt8(), length(p1_verdict_31), toInt8(-1))) AS o,
    arrayConcat(arrayResize(emptyArrayInt64(), length(p1_verdict_31), toInt64(-4611686018427387904))) AS h,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS x,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_31), nan)) AS g;

-- told-once: You tell your story once
SET param_p1 = '[\'told-once\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'ticket.passed\', \'ticket.opened\']';
SET param_p5 = 'ticket.opened';
SET param_p6 = 'ticket.rated';
SET param_p7 = 'ticket.passed';
SET param_p8 = '1';
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
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_16, p1_due_6) AS p1_verdict_17
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
                        arrayFilter((v, m) -> (NOT (bitAnd(m, toUInt128('4835703278458516698824704')) != 0)), arrayReverseFill((v, m) -> (bitAnd(m, toUInt128('4835703278458516698824704')) != 0), arraySort((v, m) -> m, arrayConcat(arrayMap(a -> toUInt128(0), p1_near_18), arrayShiftLeft(p1_sorted_12, toInt64(2) - 1)), p1_unsorted_13), p1_merged_14), p1_merged_14) AS p1_nth_15
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
                                arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p3:String})) * 1000)), 'UTC'), 0), 14)), p1_times) AS p1_local_3,
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
                                                        k_ticket_id AS subject_key,
                                                        arraySort(groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128(CAST(transform(name, {p4:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))))) AS elements,
                                                        toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_urgent = true), 0))) = 1, 1, 0)) AS occasion_place,
                                                        argMaxOrNullIf(multiIf(name = {p6:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                                    FROM events
                                                    WHERE (name IN ({p5:String}, {p7:String}, {p6:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayMap(v -> {p8:Float64}, p1_verdict_17)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_17), nan)) AS g;

-- one-ticket-is-enough: You need to write to us only once
SET param_p1 = '[\'one-ticket-is-enough\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = 'Europe/Helsinki';
SET param_p4 = '[\'ticket.opened\']';
SET param_p5 = 'ticket.opened';
SET param_p6 = 'ticket.rated';
SET param_p7 = '1';
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
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_11, p1_due_6) AS p1_verdict_12
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
                                                toUInt16(multiIf(max(((name = {p5:String}) AND ifNull((p_urgent = true), 0))) = 1, 1, 0)) AS occasion_place,
                                                argMaxOrNullIf(multiIf(name = {p6:String}, toFloat64(p_score), NULL) AS score, bitXor(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 2208988800000), 84), bitShiftLeft(toUInt128(bitShiftRight(id_key, 30)), 48)), toUInt128('4835703278177041722114048')), isNotNull(score)) AS felt
                                            FROM events
                                            WHERE (name IN ({p5:String}, {p6:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayMap(v -> {p7:Float64}, p1_verdict_12)) AS e,
    arrayConcat(arrayResize(emptyArrayFloat64(), length(p1_verdict_12), nan)) AS g;
