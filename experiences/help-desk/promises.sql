-- answered-today: A person answers within four hours
SET param_p1 = '[\'answered-today\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p5 = '[0, 36000000, 72000000, 108000000, 144000000, 180000000, 216000000, 252000000, 288000000, 324000000, 360000000, 396000000, 432000000, 468000000, 504000000, 540000000, 576000000, 612000000, 648000000, 684000000, 720000000, 756000000, 792000000, 828000000, 864000000, 900000000, 936000000, 972000000, 1008000000, 1044000000, 1080000000, 1116000000, 1152000000, 1188000000, 1224000000, 1260000000, 1296000000, 1332000000, 1368000000, 1404000000, 1440000000, 1476000000, 1512000000, 1548000000, 1584000000, 1620000000, 1656000000, 1692000000, 1728000000, 1764000000, 1800000000, 1836000000, 1872000000, 1908000000, 1944000000, 1980000000, 2016000000, 2052000000, 2088000000, 2124000000]';
SET param_p6 = '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 43, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 54, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59]';
SET param_p7 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p8 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p9 = 'Europe/Helsinki';
SET param_p10 = '[\'ticket.opened\', \'ticket.answered\']';
SET param_p11 = 'ticket.opened';
SET param_p12 = 'ticket.rated';
SET param_p13 = 'ticket.answered';
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
        p1_verdict_45,
        p1_askings,
        p1_chosen_22,
        p1_answer_46,
        p1_target_47,
        p1_occasion_33,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_39, arrayResize(arraySlice(p1_felt_39, 1, 0), length(p1_asks_40), nan)), p1_unsorted_42), p1_merged_43), p1_merged_43), arraySort((i, w) -> w, arrayEnumerate(p1_asks_40), p1_asks_40)) AS p1_looked_up_44
    FROM
    (
        SELECT
            p1_felt_39,
            p1_asks_40,
            p1_unsorted_42,
            customer_key,
            p1_askings,
            p1_chosen_22,
            p1_answer_46,
            p1_target_47,
            p1_occasion_33,
            arraySort(p1_unsorted_42) AS p1_merged_43,
            arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_5, p1_chosen_22, p1_chosen_22) AS p1_verdict_45
        FROM
        (
            SELECT
                p1_felt_39,
                p1_asks_40,
                p1_first_5,
                customer_key,
                p1_askings,
                p1_answer_46,
                arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_21, arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_7, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_7, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_7))), arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_12, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_12, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_12)))) AS p1_chosen_22,
                p1_occasion_21 AS p1_occasion_33,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_34), p1_asks_40) AS p1_unsorted_42,
                arrayMap((w, j) -> ((arrayElement({p4:Array(Int64)}, toInt64(j) + 1) + w) - arrayElement({p5:Array(Int64)}, toInt64(j) + 1)), p1_wanted_24, arrayMap((w, j) -> (j + toInt64((arrayElement({p5:Array(Int64)}, toInt64(j + 1) + 1) < w) AND ((j + 1) < 60))), p1_wanted_24, arrayMap(w -> arrayElement({p6:Array(Int64)}, toInt64(intDiv(w - 1, 1800000)) + 1), p1_wanted_24))) AS p1_target_47
            FROM
            (
                SELECT
                    p1_felt_34,
                    p1_felt_39,
                    p1_first_5,
                    customer_key,
                    p1_askings,
                    arrayMap(s -> (s + 14400000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_7,
                    arrayMap(s -> (s + 3600000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                    arrayMap(s -> (s + 7200000), arrayMap((t, i) -> (arrayElement({p5:Array(Int64)}, toInt64(i) + 1) + greatest(0, t - arrayElement({p4:Array(Int64)}, toInt64(i) + 1))), p1_times, p1_place_6)) AS p1_wanted_24,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_36), p1_merged_36), p1_late_17)) AS p1_asks_40,
                    p1_first_5 AS p1_answer_46
                FROM
                (
                    SELECT
                        p1_times,
                        p1_late_17,
                        p1_felt_34,
                        p1_felt_39,
                        customer_key,
                        p1_askings,
                        arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_3), p1_merged_3), p1_askings) AS p1_first_5,
                        arrayMap((t, f) -> (f + toInt64(arrayElement({p7:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p8:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p9:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_6,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_34))) AS p1_merged_36
                    FROM
                    (
                        SELECT
                            p1_askings,
                            values_16,
                            p1_felt_34,
                            p1_felt_39,
                            customer_key,
                            arraySort(arrayConcat(p1_askings, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_3,
                            arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                        FROM
                        (
                            SELECT
                                elements,
                                marks,
                                values_16,
                                p1_felt_34,
                                p1_felt_39,
                                customer_key,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_urgent = true), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p11:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p11:String}) AND ifNull((p_urgent = true), 0))) AS values_16,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL))) AS p1_felt_34,
                                    groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL))) AS p1_felt_39
                                FROM events
                                WHERE (name IN ({p13:String}, {p11:String}, {p12:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_45), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_chosen_22) AS d,
    arrayConcat(p1_answer_46) AS n,
    arrayConcat(p1_verdict_45) AS v,
    arrayConcat(arrayMap((r, v, g) -> multiIf((v IN (toUInt8(5), toUInt8(6))) OR (g = -4611686018427387903), toInt8(-1), r != 0, if((g = -4611686018427387904) OR ((bitAnd(toInt64(bitShiftRight(r, 36)), 17592186044415) - 2208988800000) <= g), toInt8(1), toInt8(0)), g = -4611686018427387904, if(v = toUInt8(3), toInt8(0), toInt8(-1)), 1776758400000 > g, toInt8(0), toInt8(-1)), p1_answer_46, p1_verdict_45, p1_target_47)) AS o,
    arrayConcat(p1_target_47) AS h,
    arrayConcat(p1_occasion_33) AS w,
    arrayConcat(p1_looked_up_44) AS f;

-- solved-for-good: It is solved within three days and stays solved
SET param_p1 = '[\'solved-for-good\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[Infinity]';
SET param_p4 = '[1770012000000, 1770098400000, 1770184800000, 1770271200000, 1770357600000, 1770616800000, 1770703200000, 1770789600000, 1770876000000, 1770962400000, 1771221600000, 1771308000000, 1771394400000, 1771480800000, 1771567200000, 1771826400000, 1771912800000, 1771999200000, 1772085600000, 1772172000000, 1772431200000, 1772517600000, 1772604000000, 1772690400000, 1772776800000, 1773036000000, 1773122400000, 1773208800000, 1773295200000, 1773381600000, 1773640800000, 1773727200000, 1773813600000, 1773900000000, 1773986400000, 1774245600000, 1774332000000, 1774418400000, 1774504800000, 1774591200000, 1774846800000, 1774933200000, 1775019600000, 1775106000000, 1775538000000, 1775624400000, 1775710800000, 1775797200000, 1776056400000, 1776142800000, 1776229200000, 1776315600000, 1776402000000, 1776661200000, 1776747600000, 1776834000000, 1776920400000, 1777006800000, 1777266000000, 1777352400000]';
SET param_p5 = '[1770048000000, 1770134400000, 1770220800000, 1770307200000, 1770393600000, 1770652800000, 1770739200000, 1770825600000, 1770912000000, 1770998400000, 1771257600000, 1771344000000, 1771430400000, 1771516800000, 1771603200000, 1771862400000, 1771948800000, 1772035200000, 1772121600000, 1772208000000, 1772467200000, 1772553600000, 1772640000000, 1772726400000, 1772812800000, 1773072000000, 1773158400000, 1773244800000, 1773331200000, 1773417600000, 1773676800000, 1773763200000, 1773849600000, 1773936000000, 1774022400000, 1774281600000, 1774368000000, 1774454400000, 1774540800000, 1774627200000, 1774882800000, 1774969200000, 1775055600000, 1775142000000, 1775574000000, 1775660400000, 1775746800000, 1775833200000, 1776092400000, 1776178800000, 1776265200000, 1776351600000, 1776438000000, 1776697200000, 1776783600000, 1776870000000, 1776956400000, 1777042800000, 1777302000000, 1777388400000]';
SET param_p6 = 'Europe/Helsinki';
SET param_p7 = '[1769990400000, 1770076800000, 1770163200000, 1770249600000, 1770336000000, 1770595200000, 1770681600000, 1770768000000, 1770854400000, 1770940800000, 1771200000000, 1771286400000, 1771372800000, 1771459200000, 1771545600000, 1771804800000, 1771891200000, 1771977600000, 1772064000000, 1772150400000, 1772409600000, 1772496000000, 1772582400000, 1772668800000, 1772755200000, 1773014400000, 1773100800000, 1773187200000, 1773273600000, 1773360000000, 1773619200000, 1773705600000, 1773792000000, 1773878400000, 1773964800000, 1774224000000, 1774310400000, 1774396800000, 1774483200000, 1774569600000, 1774828800000, 1774915200000, 1775001600000, 1775088000000, 1775520000000, 1775606400000, 1775692800000, 1775779200000, 1776038400000, 1776124800000, 1776211200000, 1776297600000, 1776384000000, 1776643200000, 1776729600000, 1776816000000, 1776902400000, 1776988800000, 1777248000000, 1777334400000]';
SET param_p8 = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]';
SET param_p9 = '[0, 0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12, 13, 14, 15, 15, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24, 25, 25, 25, 26, 27, 28, 29, 30, 30, 30, 31, 32, 33, 34, 35, 35, 35, 36, 37, 38, 39, 40, 40, 40, 41, 42, 43, 44, 44, 44, 44, 44, 45, 46, 47, 48, 48, 48, 49, 50, 51, 52, 53, 53, 53, 54, 55, 56, 57, 58, 58, 58, 59]';
SET param_p10 = '[\'ticket.opened\', \'ticket.solved\', \'ticket.reopened\']';
SET param_p11 = 'ticket.opened';
SET param_p12 = 'ticket.rated';
SET param_p13 = 'ticket.reopened';
SET param_p14 = 'ticket.solved';
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
        p1_chosen_34,
        p1_answer_53,
        p1_occasion_40,
        p1_looked_up_51,
        arrayMap((n, h, d) -> multiIf(n != 0, if((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d, toUInt8(1), toUInt8(2)), 1776758400000 > h, toUInt8(3), toUInt8(4)), p1_first_11, p1_chosen_34, p1_chosen_34) AS p1_verdict_52
    FROM
    (
        SELECT
            p1_first_11,
            customer_key,
            p1_askings,
            p1_answer_53,
            p1_occasion_40,
            p1_looked_up_51,
            arrayMap((o, w1, w2) -> multiIf(o = 1, w2, w1), p1_occasion_33, arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_16, p1_before_17, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_16, p1_before_17)), p1_due_day_15), arrayMap((u, e) -> least(greatest(u, arrayElement({p4:Array(Int64)}, toInt64(e) + 1)), arrayElement({p5:Array(Int64)}, toInt64(e) + 1)), arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p6:String})) * 1000)) != a), b, a), p1_local_24, p1_before_25, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000)), p1_local_24, p1_before_25)), p1_due_day_23)) AS p1_chosen_34
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
                p1_occasion_40,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_16) AS p1_before_17,
                arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p6:String})) * 1000)), p1_local_24) AS p1_before_25,
                arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_46, arrayResize(arraySlice(p1_felt_46, 1, 0), length(p1_asks_47), nan)), p1_unsorted_49), p1_merged_50), p1_merged_50), arraySort((i, w) -> w, arrayEnumerate(p1_asks_47), p1_asks_47)) AS p1_looked_up_51,
                p1_first_11 AS p1_answer_53
            FROM
            (
                SELECT
                    p1_occasion_33,
                    p1_due_day_15,
                    p1_due_day_23,
                    p1_felt_46,
                    p1_asks_47,
                    p1_unsorted_49,
                    customer_key,
                    p1_askings,
                    p1_occasion_40,
                    arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill(m -> (bitAnd(toUInt64(m), 17179869184) != 0), p1_merged_9), p1_merged_9), p1_from_8) AS p1_first_11,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_15) AS p1_local_16,
                    arrayMap((b, d, e) -> ((arrayElement({p7:Array(Int64)}, toInt64(e) + 1) + (b + (timeZoneOffset(fromUnixTimestamp64Milli(b, {p6:String})) * 1000))) - arrayElement({p7:Array(Int64)}, toInt64(d) + 1)), p1_begun_13, p1_day_14, p1_due_day_23) AS p1_local_24,
                    arraySort(p1_unsorted_49) AS p1_merged_50
                FROM
                (
                    SELECT
                        p1_from_8,
                        p1_begun_13,
                        p1_day_14,
                        p1_occasion_33,
                        p1_felt_46,
                        p1_asks_47,
                        customer_key,
                        p1_askings,
                        arraySort(arrayConcat(p1_from_8, arrayMap(c -> bitOr(c, 17179869184), arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks)))) AS p1_merged_9,
                        arrayMap(d -> (d + 3), p1_day_14) AS p1_due_day_15,
                        arrayMap(d -> (d + 1), p1_day_14) AS p1_due_day_23,
                        p1_occasion_33 AS p1_occasion_40,
                        arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_41), p1_asks_47) AS p1_unsorted_49
                    FROM
                    (
                        SELECT
                            elements,
                            marks,
                            p1_felt_41,
                            p1_felt_46,
                            customer_key,
                            p1_askings,
                            arrayMap((a, l) -> greatest(a, bitAnd(l, toUInt128('340282366920938463463374607363048734720'))), p1_askings, arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_5), p1_merged_5), p1_late_4)) AS p1_from_8,
                            arrayMap((t, i) -> greatest(t, arrayElement({p4:Array(Int64)}, toInt64(i) + 1)), p1_times, p1_place_12) AS p1_begun_13,
                            arrayMap(i -> arrayElement({p8:Array(Int64)}, toInt64(i) + 1), p1_place_12) AS p1_day_14,
                            arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_30), p1_merged_30), p1_late_4)) AS p1_occasion_33,
                            arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_43), p1_merged_43), p1_late_4)) AS p1_asks_47
                        FROM
                        (
                            SELECT
                                p1_askings,
                                p1_late_4,
                                elements,
                                marks,
                                p1_times,
                                p1_felt_41,
                                p1_felt_46,
                                customer_key,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), arrayFilter((e, m) -> (bitAnd(m, 4) != 0), elements, marks)))) AS p1_merged_5,
                                arrayMap((t, f) -> (f + toInt64(arrayElement({p5:Array(Int64)}, toInt64(f + 0) + 1) <= t)), p1_times, arrayMap(t -> arrayElement({p9:Array(Int64)}, toInt64(intDiv((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p6:String})) * 1000)), 86400000) - 20485) + 1), p1_times)) AS p1_place_12,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), values_28))) AS p1_merged_30,
                                arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_4), arrayMap(c -> bitXor(c, 17179869183), p1_felt_41))) AS p1_merged_43
                            FROM
                            (
                                SELECT
                                    elements,
                                    marks,
                                    p1_askings,
                                    values_28,
                                    p1_felt_41,
                                    p1_felt_46,
                                    customer_key,
                                    arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_4,
                                    arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings) AS p1_times
                                FROM
                                (
                                    SELECT
                                        elements,
                                        marks,
                                        values_28,
                                        p1_felt_41,
                                        p1_felt_46,
                                        customer_key,
                                        arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                                    FROM
                                    (
                                        SELECT
                                            customer_key,
                                            groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                            groupArray(bitOr(transform(name, {p10:Array(String)}, CAST('[1, 2, 4]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p11:String}) AND ifNull((p_urgent = true), 0)), 8, 0))) AS marks,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p11:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p11:String}) AND ifNull((p_urgent = true), 0))) AS values_28,
                                            groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL))) AS p1_felt_41,
                                            groupArrayIf(ifNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p12:String}, toFloat64(p_score), NULL))) AS p1_felt_46
                                        FROM events
                                        WHERE (name IN ({p11:String}, {p12:String}, {p13:String}, {p14:String})) AND (k_ticket_id != 0) AND (at <= fromUnixTimestamp64Milli(toInt64(1776758400000), 'UTC')) AND true
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
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_52), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_chosen_34) AS d,
    arrayConcat(p1_answer_53) AS n,
    arrayConcat(p1_verdict_52) AS v,
    arrayConcat(p1_occasion_40) AS w,
    arrayConcat(p1_looked_up_51) AS f;

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
        p1_verdict_15,
        p1_askings,
        p1_due_6,
        p1_deciding_14,
        p1_occasion_21,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_27, arrayResize(arraySlice(p1_felt_27, 1, 0), length(p1_asks_28), nan)), p1_unsorted_30), p1_merged_31), p1_merged_31), arraySort((i, w) -> w, arrayEnumerate(p1_asks_28), p1_asks_28)) AS p1_looked_up_32
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_27,
            p1_asks_28,
            p1_unsorted_30,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_14,
            p1_occasion_21,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_14, p1_due_6) AS p1_verdict_15,
            arraySort(p1_unsorted_30) AS p1_merged_31
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_27,
                p1_asks_28,
                customer_key,
                p1_askings,
                p1_occasion_21,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_2))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) AND (bitShiftRight(f, 80) = bitShiftRight(a, 80)), f, toUInt128(0)), arrayFilter((v, m) -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), arrayReverseFill((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arraySort((v, m) -> m, arrayConcat(p1_askings, arrayShiftLeft(p1_sorted_10, 1)), p1_unsorted_11), p1_merged_12), p1_merged_12), p1_askings), p1_due_6) AS p1_deciding_14,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_22), p1_asks_28) AS p1_unsorted_30
            FROM
            (
                SELECT
                    p1_askings,
                    of_2,
                    p1_sorted_10,
                    p1_unsorted_11,
                    p1_felt_22,
                    p1_felt_27,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arraySort(p1_unsorted_11) AS p1_merged_12,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_18), p1_merged_18), p1_late_17)) AS p1_occasion_21,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_24), p1_merged_24), p1_late_17)) AS p1_asks_28
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_2,
                        p1_sorted_10,
                        p1_late_17,
                        p1_felt_22,
                        p1_felt_27,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arrayConcat(p1_askings, p1_sorted_10) AS p1_unsorted_11,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), values_16))) AS p1_merged_18,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_17), arrayMap(c -> bitXor(c, 17179869183), p1_felt_22))) AS p1_merged_24
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_2,
                            values_16,
                            p1_felt_22,
                            p1_felt_27,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 14)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arraySort(arrayMap(c -> bitOr(c, 17179869184), of_2)) AS p1_sorted_10,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_17
                        FROM
                        (
                            SELECT
                                values_16,
                                p1_felt_22,
                                p1_felt_27,
                                customer_key,
                                arrayFilter((e, m) -> (bitAnd(m, 2) != 0), elements, marks) AS of_2,
                                arraySort(arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks)) AS p1_askings
                            FROM
                            (
                                SELECT
                                    customer_key,
                                    groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                    groupArray(bitOr(transform(name, {p5:Array(String)}, CAST('[1, 2]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 4, 0))) AS marks,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_urgent = true), 0))) AS values_16,
                                    groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(k_ticket_id), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_22,
                                    groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_27
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
ARRAY JOIN
    arrayConcat(arrayResize(emptyArrayUInt16(), length(p1_verdict_15), toUInt16(1))) AS p,
    arrayConcat(p1_askings) AS a,
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_14) AS n,
    arrayConcat(p1_verdict_15) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_21) AS w,
    arrayConcat(p1_looked_up_32) AS f;

-- one-ticket-is-enough: You need to write to us only once
SET param_p1 = '[\'one-ticket-is-enough\']';
SET param_p2 = '[\'\', \'standstill\']';
SET param_p3 = '[1]';
SET param_p4 = 'Europe/Helsinki';
SET param_p5 = '[\'ticket.opened\']';
SET param_p6 = 'ticket.opened';
SET param_p7 = 'ticket.rated';
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
        p1_verdict_12,
        p1_askings,
        p1_due_6,
        p1_deciding_11,
        p1_occasion_18,
        arrayMap((e, s) -> (e - s), arraySort((n, m) -> bitAnd(toUInt64(m), 17179869183), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_running_8, p1_merged_7), arrayFilter(m -> (bitAnd(toUInt64(m), 34359738368) != 0), p1_merged_7)), arrayFilter((v, m) -> ((NOT (bitAnd(toUInt64(m), 34359738368) != 0)) AND (NOT (bitAnd(toUInt64(m), 17179869184) != 0))), p1_running_8, p1_merged_7)) AS p1_counted_9,
        arraySort((f, i) -> i, arrayFilter((v, m) -> (bitAnd(toUInt64(m), 1) != 0), arrayFill((v, m) -> (NOT (bitAnd(toUInt64(m), 1) != 0)), arraySort((v, m) -> m, arrayConcat(p1_felt_24, arrayResize(arraySlice(p1_felt_24, 1, 0), length(p1_asks_25), nan)), p1_unsorted_27), p1_merged_28), p1_merged_28), arraySort((i, w) -> w, arrayEnumerate(p1_asks_25), p1_asks_25)) AS p1_looked_up_29
    FROM
    (
        SELECT
            p1_merged_7,
            p1_felt_24,
            p1_asks_25,
            p1_unsorted_27,
            customer_key,
            p1_askings,
            p1_due_6,
            p1_deciding_11,
            p1_occasion_18,
            arrayCumSum(m -> toInt64((bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_7) AS p1_running_8,
            arrayMap((n, d) -> multiIf(n != 0, toUInt8(3), 1776758400000 <= d, toUInt8(4), toUInt8(1)), p1_deciding_11, p1_due_6) AS p1_verdict_12,
            arraySort(p1_unsorted_27) AS p1_merged_28
        FROM
        (
            SELECT
                p1_due_6,
                p1_felt_24,
                p1_asks_25,
                customer_key,
                p1_askings,
                p1_occasion_18,
                arraySort(arrayConcat(p1_askings, arrayMap((a, e, i) -> bitOr(bitOr(bitOr(bitShiftLeft(toUInt128(bitShiftRight(a, 80)), 80), bitShiftLeft(toUInt128(toUInt64(least(e, 15383197244415) + 2208988800000)), 36)), toUInt64(i)), 34359738368), p1_askings, p1_due_6, arrayEnumerate(p1_askings)), arrayMap(c -> bitOr(c, 17179869184), of_1))) AS p1_merged_7,
                arrayMap((n, d) -> if((n != 0) AND ((bitAnd(toInt64(bitShiftRight(n, 36)), 17592186044415) - 2208988800000) <= d), n, toUInt128(0)), arrayMap((o, a) -> if((bitShiftRight(o, 80) = bitShiftRight(a, 80)) AND (bitShiftRight(a, 80) != 0), o, toUInt128(0)), arrayFill((v, m, p) -> (NOT (bitShiftRight(m, 36) = bitShiftRight(p, 36))), arrayShiftLeft(p1_askings, 1), p1_askings, arrayShiftRight(p1_askings, 1)), p1_askings), p1_due_6) AS p1_deciding_11,
                arrayConcat(arrayMap(x -> bitShiftLeft(bitAnd(x, toUInt128('1208925819614577635098623')), 1), p1_felt_19), p1_asks_25) AS p1_unsorted_27
            FROM
            (
                SELECT
                    p1_askings,
                    of_1,
                    p1_felt_19,
                    p1_felt_24,
                    customer_key,
                    arrayMap((l, b, a) -> if((a = b) OR ((l - (timeZoneOffset(fromUnixTimestamp64Milli(a, {p4:String})) * 1000)) != a), b, a), p1_local_3, p1_before_4, arrayMap((l, b) -> (l - (timeZoneOffset(fromUnixTimestamp64Milli(b, {p4:String})) * 1000)), p1_local_3, p1_before_4)) AS p1_due_6,
                    arrayMap(n -> toUInt16(bitAnd(toUInt64(n), 17179869183)), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_15), p1_merged_15), p1_late_14)) AS p1_occasion_18,
                    arrayMap(w -> bitOr(bitShiftLeft(bitAnd(w, toUInt128('1208925819614577635098623')), 1), 1), arrayMap((f, a) -> if((bitAnd(toUInt64(f), 17179869184) != 0) OR (NOT (bitShiftRight(f, 80) = bitShiftRight(a, 80))) OR (f = 0), toUInt128(0), bitXor(f, 17179869183)), arrayFilter((v, m) -> (bitAnd(toUInt64(m), 17179869184) != 0), arrayFill(m -> (NOT (bitAnd(toUInt64(m), 17179869184) != 0)), p1_merged_21), p1_merged_21), p1_late_14)) AS p1_asks_25
                FROM
                (
                    SELECT
                        p1_local_3,
                        p1_askings,
                        of_1,
                        p1_late_14,
                        p1_felt_19,
                        p1_felt_24,
                        customer_key,
                        arrayMap(l -> (l - (timeZoneOffset(fromUnixTimestamp64Milli((l - 86400000), {p4:String})) * 1000)), p1_local_3) AS p1_before_4,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), values_13))) AS p1_merged_15,
                        arraySort(arrayConcat(arrayMap(c -> bitOr(c, 17179869184), p1_late_14), arrayMap(c -> bitXor(c, 17179869183), p1_felt_19))) AS p1_merged_21
                    FROM
                    (
                        SELECT
                            p1_askings,
                            of_1,
                            values_13,
                            p1_felt_19,
                            p1_felt_24,
                            customer_key,
                            arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli((t + (timeZoneOffset(fromUnixTimestamp64Milli(t, {p4:String})) * 1000)), 'UTC'), 0), 7)), arrayMap(a -> (bitAnd(toInt64(bitShiftRight(a, 36)), 17592186044415) - 2208988800000), p1_askings)) AS p1_local_3,
                            arrayMap(a -> bitOr(a, toUInt128('1208925819614560455229440')), p1_askings) AS p1_late_14
                        FROM
                        (
                            SELECT
                                of_1,
                                values_13,
                                p1_felt_19,
                                p1_felt_24,
                                customer_key,
                                arraySort(of_1) AS p1_askings
                            FROM
                            (
                                SELECT
                                    values_13,
                                    p1_felt_19,
                                    p1_felt_24,
                                    customer_key,
                                    arrayFilter((e, m) -> (bitAnd(m, 1) != 0), elements, marks) AS of_1
                                FROM
                                (
                                    SELECT
                                        customer_key,
                                        groupArray(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30))) AS elements,
                                        groupArray(bitOr(transform(name, {p5:Array(String)}, CAST('[1]', 'Array(UInt8)'), CAST('0', 'UInt8')), if(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 2, 0))) AS marks,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(-2208988800000 + 2208988800000)), 36)), toUInt64(multiIf(((name = {p6:String}) AND ifNull((p_urgent = true), 0)), 1, 0))), ((name = {p6:String}) AND ifNull((p_urgent = true), 0))) AS values_13,
                                        groupArrayIf(bitOr(bitOr(bitShiftLeft(toUInt128(toUInt64(1)), 80), bitShiftLeft(toUInt128(toUInt64(toUnixTimestamp64Milli(at) + 2208988800000)), 36)), bitShiftRight(id_key, 30)), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_19,
                                        groupArrayIf(ifNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL), nan), isNotNull(multiIf(name = {p7:String}, toFloat64(p_score), NULL))) AS p1_felt_24
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
    arrayConcat(p1_due_6) AS d,
    arrayConcat(p1_deciding_11) AS n,
    arrayConcat(p1_verdict_12) AS v,
    arrayConcat(arrayMap(c -> toFloat64(c), p1_counted_9)) AS x,
    arrayConcat(p1_occasion_18) AS w,
    arrayConcat(p1_looked_up_29) AS f;
