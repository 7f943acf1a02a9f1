import { agreesOn } from "./agree.ts";

agreesOn("running-example");
