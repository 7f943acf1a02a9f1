/** A number without the hair that adding and subtracting fractions leaves: 0.1 + 0.2 is 0.3. Nine decimals are kept. */
export const tidy = (value: number): number => Number(value.toFixed(9)) + 0;

/** A mean: its last digits depend on the order in which the engine's threads add. Twelve digits are kept. */
export const tidyMean = (value: number): number => tidy(Number(value.toPrecision(12)));
