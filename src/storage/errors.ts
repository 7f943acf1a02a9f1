export { KeptError } from "../kept-error.ts";
