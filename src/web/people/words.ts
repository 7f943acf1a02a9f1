export const peopleWords = {
  title: "People",
} as const;
