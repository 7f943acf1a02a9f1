import { formatCount } from "../format/count.ts";
import { formatQuantity } from "../format/quantity.ts";
import { isFew, type Mark, type ThreeMarks } from "../marks/three-marks.ts";

/** The three-mark line in words, for who cannot see it. */
export function sayThreeMarks(marks: ThreeMarks): string {
  const sentences = [
    marks.expected && `Customers expect ${sayMark(marks.expected, marks)}.`,
    marks.target && `We mean to deliver ${sayMark(marks.target, marks)}.`,
    marks.revealed && `They turn at ${sayMark(marks.revealed, marks)}.`,
    marks.middle === null ? null : `Delivered: half at or below ${formatQuantity(marks.middle, marks.axis)}.`,
    beyondWords(marks),
    marks.never > 0 ? `${formatCount(marks.never)} never came.` : null,
    isFew(marks) ? `Only ${formatCount(marks.delivered)} known: each is a dot.` : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

/** "3 days", or "23 days (in most cases 14 days to 40 days)" where it differs from case to case. */
export function sayMark(mark: Mark, marks: ThreeMarks): string {
  const middle = formatQuantity(mark.at, marks.axis);
  if (!mark.varies) return middle;
  if (mark === marks.revealed)
    return `${middle} (95% interval ${formatQuantity(mark.from, marks.axis)} to ${formatQuantity(mark.to, marks.axis)})`;
  return `${middle} (in most cases ${formatQuantity(mark.from, marks.axis)} to ${formatQuantity(mark.to, marks.axis)})`;
}

function beyondWords(marks: ThreeMarks): string | null {
  if (marks.delivered === 0) return null;
  const beyond = marks.bins.reduce((sum, bin) => sum + bin.beyond, 0);
  return `Of ${formatCount(marks.delivered)} deliveries on the axis ${formatCount(Math.round(beyond))} lie beyond what was expected.`;
}
