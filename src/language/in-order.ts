/** Which of two texts comes first, by their signs alone: the same on every machine, whatever its language. For `sort`. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
