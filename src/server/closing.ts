import { KeptError } from "../kept-error.ts";

/** What is asked of a room of the server that is shut already. */
export const closing = () => new KeptError("closed", "The server is closing.", { status: 503 });

export const isClosing = (thrown: unknown): boolean => thrown instanceof KeptError && thrown.code === "closed";
