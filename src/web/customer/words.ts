export const customerWords = {
  title: "Customers",
} as const;
