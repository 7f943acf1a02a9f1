export const valueWords = {
  title: "What customers are worth",
} as const;
