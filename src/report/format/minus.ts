/** A number in words with the sign that is as wide as a plus: "−2 days", not "-2 days". */
export const withMinus = (words: string): string => words.replace(/^-/, "−");
