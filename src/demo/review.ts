import { digits, number, type Sql, sql, texts } from "../sql/sql.ts";
import { DAY, HOUR } from "./clock.ts";
import type { Draws } from "./draw.ts";
import type { Columns } from "./stage.ts";
import { truth } from "./truth.ts";

/** Who says what: only some write, more of them when something went wrong, and some of those before it came. */
export function reviewed(draw: Draws): readonly Columns[] {
  const { reviews } = truth;
  const share = sql`multiIf(replacing, ${number(reviews.replacement)}, let_down, ${number(reviews.letDown)}, ${number(reviews.kept)})`;
  return [
    {
      reviews: sql`t_delivered > 0 and ${draw.chance("reviews", share)}`,
      t_impatient: sql`t_expected + ${draw.between("impatient", 2 * HOUR, 48 * HOUR)}`,
      impatient: draw.chance("impatient", number(reviews.whileWaiting)),
    },
    {
      while_waiting: sql`reviews and let_down and impatient and t_delivered < t_impatient and (t_done = 0 or t_impatient < t_done)`,
    },
    {
      t_review: sql`multiIf(while_waiting, t_impatient,
        reviews and t_done > 0, t_done + ${draw.between("review", 10 * HOUR, 6 * DAY)}, 0)`,
      mean_stars: meanStars(draw),
    },
    {
      stars: sql`toInt64(greatest(1, least(5, floor(mean_stars + ${draw.uniform("stars")}))))`,
      wordless: draw.chance("wordless", number(reviews.wordless)),
      answers_again: draw.chance("answers again", number(truth.saysAgain.answers)),
    },
    {
      would_again: draw.chance(
        "would again",
        sql`if(stars >= 4, ${number(truth.saysAgain.fourStarsOrMore)}, ${number(truth.saysAgain.fewer)})`,
      ),
    },
    { comment: words(draw) },
  ];
}

/** What is felt while waiting is the waiting; what the electrician does comes later. */
function meanStars(draw: Draws): Sql {
  const { stars } = truth;
  return sql`${number(stars.usual)}
    + if(let_down, ${number(stars.letDown)}, 0)
    + if(not while_waiting and hours_late > ${number(stars.electricianLateFromHours)}, ${number(stars.electricianLate)}, 0)
    + if(replacing, ${number(stars.replacementNeeded)}, 0)
    + if(reason = 'broken', ${number(stars.brokenMachine)}, 0)
    + if(${draw.chance("grumbles", number(stars.grumble.share))}, ${number(stars.grumble.by)}, ${number(stars.grumble.otherwise)})
    + ${number(2 * stars.spread)} * (${draw.uniform("mood")} - 0.5)`;
}

const PRAISE = [
  "Clean clothes the same evening. Thank you!",
  "Came when they said, installed in an hour.",
  "Quiet machine, friendly electrician.",
  "Everything as promised.",
  "My parents are happy, so am I.",
];
const WAITING = [
  "Express, they said. I am still waiting.",
  "A machine in the hall that nobody connects.",
  "Paid for this week, got next week.",
  "Three trips to the laundrette with two children.",
];
const ELECTRICIAN = [
  "Took the day off and the electrician came in the evening.",
  "The machine is good. The waiting for the electrician was not.",
  "Nobody told us he would be so late.",
];
const DAMAGED = [
  "Arrived with a dent, and then the waiting began.",
  "They wanted the broken one back before they sent the new one. We have three children.",
  "Two weeks without a washing machine because of a form.",
];
const PLAIN = ["It washes.", "Fine.", "Does what it should, delivery so so.", "Average."];

function words(draw: Draws): Sql {
  const one = (list: readonly string[]) =>
    sql`arrayElement(${texts(list)}, 1 + ${draw.between("words", 0, 1000)} % ${digits(list.length)})`;
  return sql`multiIf(stars >= 4, ${one(PRAISE)}, replacing, ${one(DAMAGED)},
    hours_late > ${number(truth.stars.electricianLateFromHours)}, ${one(ELECTRICIAN)}, let_down, ${one(WAITING)}, ${one(PLAIN)})`;
}
