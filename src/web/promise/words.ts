export const promiseWords = {
  title: "Promises",
} as const;
