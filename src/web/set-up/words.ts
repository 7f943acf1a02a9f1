export const setUpWords = {
  title: "Set-up",
} as const;
