-- answered-today: A person answers within four hours
SET param_p1 = '[\'answered-today\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p4 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 216000000, 252000000, 288000000, 324000000, 360000000, 396000000, 432000000, 468000000, 504000000, 540000000, 576000000, 612000000, 648000000, 684000000, 720000000, 756000000, 792000000, 828000000, 864000000, 900000000, 936000000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000, 1152000000, 1188000000, 1224000000, 1260000000, 1296000000, 1332000000, 1368000000, 1404000000, 1440000000, 1476000000, 1512000000, 1548000000, 1584000000, 1620000000, 1656000000, 1692000000, 1728000000, 1764000000, 1800000000, 1836000000, 1872000000, 1908000000, 1944000000, 1980000000, 2016000000, 2052000000, 2088000000, 2124000000]';
SET param_p5 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59]';
SET param_p6 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p7 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p8 = 'Europe/Helsinki';
SET param_p9 = '[\'ticket.opened\', \'ticket.answered\']';
SET param_p10 = 'ticket.opened';
SET param_p11 = 'ticket.rated';
SET param_p12 = 'ticket.answered';
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
        p1_verdict_47,
        p1_askings,
        p1_gathered_29,
        p1_chosen_22,
        p1_target_49,
        p1_occasion_35,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_41, arrayResize(arraySlice(p1_felt_41, 1, 0), length(p1_asks_42), nan)), p1_unsorted_44), p1_merged_45), p1_merged_45), arraySort((i, w) -> w, arrayEnumerate(p1_asks_42), p1_asks_42)) AS p1_looked_up_46,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_5, p1_verdict_47) AS p1_answer_48
    FROM
    (
        SELECT
            p1_felt_41,
            p1_asks_42,
            p1_unsorted_44,
            p1_first_5,
            customer_key,
            p1_askings,
            p1_gathered_29,
            p1_chosen_22,
            p1_target_49,
            p1_occasion_35,
            arraySort(p1_unsorted_44) AS p1_merged_45,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_chosen_22, p1_chosen_22) AS p1_verdict_47
        FROM
        (
            SELECT
                p1_felt_41,
                p1_asks_42,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_gathered_29,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_21, arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_7, arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_7, arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_7))), arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_12, arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_12, arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_12)))) AS p1_chosen_22,
                p1_occasion_21 AS p1_occasion_35,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_36), p1_asks_42) AS p1_unsorted_44,
                arrayMap((w, j) -> ((arrayElement({p3:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p4:Array(Int64)}, toInt64(j) + 1)), p1_wanted_24, arrayMap((w, j) -> (j + toInt64((arrayElement({p4:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_24, arrayMap(w -> arrayElement({p5:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_24))) AS p1_target_49
            FROM
            (
                SELECT
                    p1_felt_36,
                    p1_felt_41,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    p1_gathered_29,
                    arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_7,
                    arrayMap(s -> (s + 3600000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                    arrayMap(s -> (s + 7200000), arrayMap((t, i) -> (arrayElement({p4:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p3:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_24,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_38), p1_merged_38), p1_late_17)) AS p1_asks_42
                FROM
                (
                    SELECT
                        p1_times,
                        p1_late_17,
                        p1_felt_36,
                        p1_felt_41,
                        customer_key,
                        p1_askings,
                        p1_gathered_29,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap((t, f) -> (f + toInt64(arrayElement({p6:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p7:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p8:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_6,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_36))) AS p1_merged_38
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_16,
                            p1_felt_36,
                            p1_felt_41,
                            customer_key,
                            p1_gathered_29,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                        FROM
                        (
                            SELECT
                                elements,
                                element_bits,
                                values_16,
                                p1_felt_36,
                                p1_felt_41,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_29
                            FROM
                            (
                                SELECT
                                    elements,
                                    element_bits,
                                    values_16,
                                    subjects,
                                    p1_felt_36,
                                    p1_felt_41,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_ticket_id) AS subjects,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p10:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p10:String}) AND ifNull((p_urgent = true), 0))) AS values_16,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL))) AS p1_felt_36,
                                        groupArrayIf(ifNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL))) AS p1_felt_41
                                    FROM events
                                    WHERE (name IN ({p12:String}, {p10:String}, {p11:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_47), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_29) AS s,
    arrayConcat(p1_chosen_22) AS d,
    arrayConcat(p1_answer_48) AS n,
    arrayConcat(p1_verdict_47) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776758400000 > g, toInt8(0), toInt8(-1)), p1_answer_48, p1_verdict_47, p1_target_49)) AS o,
    arrayConcat(p1_target_49) AS h,
    arrayConcat(p1_occasion_35) AS w,
    arrayConcat(p1_looked_up_46) AS f;

-- solved-for-good: It is solved within three days and stays solved
SET param_p1 = '[\'solved-for-good\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p4 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p5 = 'Europe/Helsinki';
SET param_p6 = '[1769990400000, 1770076800000, 1770163200000, 1770249600000, 1770336000000, 1770595200000, 1770681600000, 1770768000000, 1770854400000, 1770940800000, 1771200000000, 1771286400000, 1771372800000, 1771459200000, 1771545600000, 1771804800000, 1771891200000, 1771977600000, 1772064000000, 1772150400000, 1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000, 1776384000000, 1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000]';
SET param_p7 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p9 = '[\'ticket.opened\', \'ticket.solved\', \'ticket.reopened\']';
SET param_p10 = 'ticket.opened';
SET param_p11 = 'ticket.rated';
SET param_p12 = 'ticket.reopened';
SET param_p13 = 'ticket.solved';
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
        p1_verdict_54,
        p1_askings,
        p1_gathered_36,
        p1_chosen_34,
        p1_occasion_42,
        p1_looked_up_53,
        arrayMap((n, v) -> if((v IN (toUInt8(5), toUInt8(4), toUInt8(6))), toUInt128(0), n), p1_first_11, p1_verdict_54) AS p1_answer_55
    FROM
    (
        SELECT
            p1_first_11,
            customer_key,
            p1_askings,
            p1_gathered_36,
            p1_chosen_34,
            p1_occasion_42,
            p1_looked_up_53,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_11, p1_chosen_34, p1_chosen_34) AS p1_verdict_54
        FROM
        (
            SELECT
                p1_first_11,
                customer_key,
                p1_askings,
                p1_gathered_36,
                p1_occasion_42,
                p1_looked_up_53,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_33, arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_16, p1_before_17, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_16, p1_before_17)), p1_due_day_15), arrayMap((u, e) -> least(greatest(u, arrayElement({p3:Array(Int64)}, toInt64(e) + 1)), arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p5:String})) * 1000)) != a), b, a), p1_local_24, p1_before_25, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000)), p1_local_24, p1_before_25)), p1_due_day_23)) AS p1_chosen_34
            FROM
            (
                SELECT
                    p1_occasion_33,
                    p1_local_16,
                    p1_due_day_15,
                    p1_local_24,
                    p1_due_day_23,
                    p1_first_11,
                    customer_key,
                    p1_askings,
                    p1_gathered_36,
                    p1_occasion_42,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_16) AS p1_before_17,
                    arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p5:String})) * 1000)), p1_local_24) AS p1_before_25,
                    arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_48, arrayResize(arraySlice(p1_felt_48, 1, 0), length(p1_asks_49), nan)), p1_unsorted_51), p1_merged_52), p1_merged_52), arraySort((i, w) -> w, arrayEnumerate(p1_asks_49), p1_asks_49)) AS p1_looked_up_53
                FROM
                (
                    SELECT
                        p1_occasion_33,
                        p1_due_day_15,
                        p1_due_day_23,
                        p1_felt_48,
                        p1_asks_49,
                        p1_unsorted_51,
                        customer_key,
                        p1_askings,
                        p1_gathered_36,
                        p1_occasion_42,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_9), p1_merged_9), p1_from_8) AS p1_first_11,
                        arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_15) AS p1_local_16,
                        arrayMap((b, d, e) -> ((arrayElement({p6:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p5:String})) * 1000))) - arrayElement({p6:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_23) AS p1_local_24,
                        arraySort(p1_unsorted_51) AS p1_merged_52
                    FROM
                    (
                        SELECT
                            p1_from_8,
                            p1_begun_13,
                            p1_day_14,
                            p1_occasion_33,
                            p1_felt_48,
                            p1_asks_49,
                            customer_key,
                            p1_askings,
                            p1_gathered_36,
                            arraySort(arrayConcat(p1_from_8, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits)))) AS p1_merged_9,
                            arrayMap(d -> (d + 3), p1_day_14) AS p1_due_day_15,
                            arrayMap(d -> (d + 1), p1_day_14) AS p1_due_day_23,
                            p1_occasion_33 AS p1_occasion_42,
                            arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_43), p1_asks_49) AS p1_unsorted_51
                        FROM
                        (
                            SELECT
                                elements,
                                element_bits,
                                p1_felt_43,
                                p1_felt_48,
                                customer_key,
                                p1_askings,
                                p1_gathered_36,
                                arrayMap((a, l) -> greatest(a, bitAnd(l, toUInt128('340282366920938463463374607363048734720'))), p1_askings, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_5), p1_merged_5), p1_late_4)) AS p1_from_8,
                                arrayMap((t, i) -> greatest(t, arrayElement({p3:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_12) AS p1_begun_13,
                                arrayMap(i -> arrayElement({p7:Array(Int64)}, toInt64(i) + 1), p1_place_12) AS p1_day_14,
                                arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_30), p1_merged_30), p1_late_4)) AS p1_occasion_33,
                                arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_45), p1_merged_45), p1_late_4)) AS p1_asks_49
                            FROM
                            (
                                SELECT
                                    p1_askings,
                                    p1_late_4,
                                    elements,
                                    element_bits,
                                    p1_times,
                                    p1_felt_43,
                                    p1_felt_48,
                                    customer_key,
                                    p1_gathered_36,
                                    arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((x, m) -> (bitAnd(m, 4) != 0), elements, element_bits)))) AS p1_merged_5,
                                    arrayMap((t, f) -> (f + toInt64(arrayElement({p4:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p5:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_12,
                                    arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), values_28))) AS p1_merged_30,
                                    arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), p1_felt_43))) AS p1_merged_45
                                FROM
                                (
                                    SELECT
                                        elements,
                                        element_bits,
                                        p1_askings,
                                        values_28,
                                        p1_felt_43,
                                        p1_felt_48,
                                        customer_key,
                                        p1_gathered_36,
                                        arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_4,
                                        arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                                    FROM
                                    (
                                        SELECT
                                            elements,
                                            element_bits,
                                            values_28,
                                            p1_felt_43,
                                            p1_felt_48,
                                            customer_key,
                                            arraySort(of_1) AS p1_askings,
                                            arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_36
                                        FROM
                                        (
                                            SELECT
                                                elements,
                                                element_bits,
                                                values_28,
                                                subjects,
                                                p1_felt_43,
                                                p1_felt_48,
                                                customer_key,
                                                arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                            FROM
                                            (
                                                SELECT
                                                    customer_key,
                                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                                    groupArray(toUInt8(CAST(transform(name, {p9:Array(String)}, [toUInt64(1), toUInt64(2), toUInt64(4)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                                    groupArray(k_ticket_id) AS subjects,
                                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p10:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p10:String}) AND ifNull((p_urgent = true), 0))) AS values_28,
                                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL))) AS p1_felt_43,
                                                    groupArrayIf(ifNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p11:String}, toFloat64(p_score), NULL))) AS p1_felt_48
                                                FROM events
                                                WHERE (name IN ({p10:String}, {p11:String}, {p12:String}, {p13:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_54), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_36) AS s,
    arrayConcat(p1_chosen_34) AS d,
    arrayConcat(p1_answer_55) AS n,
    arrayConcat(p1_verdict_54) AS v,
    arrayConcat(p1_occasion_42) AS w,
    arrayConcat(p1_looked_up_53) AS f;

-- told-once: You tell your story once
SET param_p1 = '[\'told-once\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'ticket.opened\', \'ticket.passed\']';
SET param_p6 = 'ticket.opened';
SET param_p7 = 'ticket.rated';
SET param_p8 = 'ticket.passed';
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
    multiIf([0][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([0][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN({p3:Array(Float64)}[p]), NULL, {p3:Array(Float64)}[p]) AS expected,
    multiIf([0][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_15,
        p1_askings,
        p1_gathered_17,
        p1_due_6,
        p1_deciding_14,
        p1_occasion_23,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_29, arrayResize(arraySlice(p1_felt_29, 1, 0), length(p1_asks_30), nan)), p1_unsorted_32), p1_merged_33), p1_merged_33), arraySort((i, w) -> w, arrayEnumerate(p1_asks_30), p1_asks_30)) AS p1_looked_up_34
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_29,
            p1_asks_30,
            p1_unsorted_32,
            customer_key,
            p1_askings,
            p1_gathered_17,
            p1_due_6,
            p1_deciding_14,
            p1_occasion_23,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_14, p1_due_6) AS p1_verdict_15,
            arraySort(p1_unsorted_32) AS p1_merged_33
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_29,
                p1_asks_30,
                customer_key,
                p1_askings,
                p1_gathered_17,
                p1_occasion_23,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arraySort((v, m) -> m, arrayConcat(p1_askings, arrayShiftLeft(p1_sorted_10, 1)), p1_unsorted_11), p1_merged_12), p1_merged_12), p1_askings), p1_due_6) AS p1_deciding_14,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_24), p1_asks_30) AS p1_unsorted_32
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_sorted_10,
                    p1_unsorted_11,
                    p1_merged_12,
                    p1_felt_24,
                    p1_felt_29,
                    customer_key,
                    p1_gathered_17,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_20), p1_merged_20), p1_late_19)) AS p1_occasion_23,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_26), p1_merged_26), p1_late_19)) AS p1_asks_30
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_sorted_10,
                        p1_unsorted_11,
                        p1_late_19,
                        p1_felt_24,
                        p1_felt_29,
                        customer_key,
                        p1_gathered_17,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(p1_unsorted_11) AS p1_merged_12,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), values_18))) AS p1_merged_20,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_19), arrayMap(c -> bitXor(c, 17179869183), p1_felt_24))) AS p1_merged_26
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            p1_sorted_10,
                            values_18,
                            p1_felt_24,
                            p1_felt_29,
                            customer_key,
                            p1_gathered_17,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 14)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arrayConcat(p1_askings, p1_sorted_10) AS p1_unsorted_11,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_19
                        FROM
                        (
                            SELECT
                                of_2,
                                values_18,
                                p1_felt_24,
                                p1_felt_29,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort(arrayMap(c -> bitOr(c, 17179869184), of_2)) AS p1_sorted_10,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_17
                            FROM
                            (
                                SELECT
                                    subjects,
                                    element_bits,
                                    values_18,
                                    p1_felt_24,
                                    p1_felt_29,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1,
                                    arrayFilter((x, m) -> (bitAnd(m, 2) != 0), elements, element_bits) AS of_2
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p5:Array(String)}, [toUInt64(1), toUInt64(2)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(k_ticket_id) AS subjects,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_urgent = true), 0))) AS values_18,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(k_ticket_id, 16)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_24,
                                        groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_29
                                    FROM events
                                    WHERE (name IN ({p6:String}, {p8:String}, {p7:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_15), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_gathered_17) AS s,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_14) AS n,
    arrayConcat(p1_verdict_15) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_23) AS w,
    arrayConcat(p1_looked_up_34) AS f;

-- one-ticket-is-enough: You need to write to us only once
SET param_p1 = '[\'one-ticket-is-enough\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'ticket.opened\']';
SET param_p6 = 'ticket.opened';
SET param_p7 = 'ticket.rated';
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
    multiIf([0][p], if(n = 0, NULL, (answered_ms - asked_ms) / 1000), isNaN(x), NULL, x) AS delivered,
    multiIf([0][p], if(d <= -4611686018427387903, NULL, (d - asked_ms) / 1000), isNaN({p3:Array(Float64)}[p]), NULL, {p3:Array(Float64)}[p]) AS expected,
    multiIf([0][p], if(toInt64(-4611686018427387904) <= -4611686018427387903, NULL, (toInt64(-4611686018427387904) - asked_ms) / 1000), isNaN(nan), NULL, nan) AS target,
    CAST(v, 'Enum8(\'kept\' = 1, \'late\' = 2, \'missed\' = 3, \'open\' = 4, \'excused\' = 5, \'unpromised\' = 6, \'unmeasured\' = 7)') AS verdict,
    CAST(nullIf(toInt8(-1), -1), 'Nullable(Bool)') AS on_target,
    if(isNaN(f), NULL, f) AS felt
FROM
(
    SELECT
        customer_key,
        p1_verdict_12,
        p1_askings,
        p1_gathered_14,
        p1_due_6,
        p1_deciding_11,
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
            p1_gathered_14,
            p1_due_6,
            p1_deciding_11,
            p1_occasion_20,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_11, p1_due_6) AS p1_verdict_12,
            arraySort(p1_unsorted_29) AS p1_merged_30
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_26,
                p1_asks_27,
                customer_key,
                p1_askings,
                p1_gathered_14,
                p1_occasion_20,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_1))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((o, a) -> if((bitShiftRight(o, 80) = bitShiftRight(a, 80)) AND (bitShiftRight(a, 80) != 0), o, toUInt128(0)), arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 36) = bitShiftRight(p, 36))), arrayShiftLeft(p1_askings, 1), p1_askings, arrayShiftRight(p1_askings, 1)), p1_askings), p1_due_6) AS p1_deciding_11,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_21), p1_asks_27) AS p1_unsorted_29
            FROM
            (
                SELECT
                    p1_askings,
                    of_1,
                    p1_felt_21,
                    p1_felt_26,
                    customer_key,
                    p1_gathered_14,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_17), p1_merged_17), p1_late_16)) AS p1_occasion_20,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_23), p1_merged_23), p1_late_16)) AS p1_asks_27
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_1,
                        p1_late_16,
                        p1_felt_21,
                        p1_felt_26,
                        customer_key,
                        p1_gathered_14,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), values_15))) AS p1_merged_17,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_16), arrayMap(c -> bitXor(c, 17179869183), p1_felt_21))) AS p1_merged_23
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_1,
                            values_15,
                            p1_felt_21,
                            p1_felt_26,
                            customer_key,
                            p1_gathered_14,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_16
                        FROM
                        (
                            SELECT
                                of_1,
                                values_15,
                                p1_felt_21,
                                p1_felt_26,
                                customer_key,
                                arraySort(of_1) AS p1_askings,
                                arraySort((v, e) -> e, arrayFilter((x, m) -> (bitAnd(m, 1) != 0), subjects, element_bits), of_1) AS p1_gathered_14
                            FROM
                            (
                                SELECT
                                    subjects,
                                    element_bits,
                                    values_15,
                                    p1_felt_21,
                                    p1_felt_26,
                                    customer_key,
                                    arrayFilter((x, m) -> (bitAnd(m, 1) != 0), elements, element_bits) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(toUInt8(CAST(transform(name, {p5:Array(String)}, [toUInt64(1)], toUInt64(0)), 'UInt64'))) AS element_bits,
                                        groupArray(toUInt64(0)) AS subjects,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_urgent = true), 0))) AS values_15,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_21,
                                        groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_26
                                    FROM events
                                    WHERE (name IN ({p6:String}, {p7:String})) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(p1_gathered_14) AS s,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_11) AS n,
    arrayConcat(p1_verdict_12) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_20) AS w,
    arrayConcat(p1_looked_up_31) AS f;
