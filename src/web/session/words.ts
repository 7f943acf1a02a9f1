export const sessionWords = {
  title: "Sign in",
  email: "E-mail address",
  password: "Password",
  signIn: "Sign in",
  signOut: "Sign out",
  expired: "You were signed out. Sign in again to go on.",
  noAccount: "No account yet? Ask somebody who has one for an invitation.",
} as const;
