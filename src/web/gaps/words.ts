export const gapsWords = {
  title: "Gaps",
} as const;
