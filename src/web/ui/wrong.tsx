import { Alert, type AlertProps } from "@mantine/core";

/** What the server refused, in its words; nothing where nothing went wrong. */
export function Wrong({ error, ...looks }: AlertProps & { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <Alert color="red" role="alert" {...looks}>
      {error.message}
    </Alert>
  );
}
