export const mendWords = {
  title: "To mend",
} as const;
