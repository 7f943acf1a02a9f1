import { agreesOn } from "./agree.ts";

agreesOn("interval");
