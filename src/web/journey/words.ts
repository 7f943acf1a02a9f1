export const journeyWords = {
  title: "Journeys",
} as const;
