/** A sentence that goes on after a colon. */
export const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Words that become a sentence. */
export const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
