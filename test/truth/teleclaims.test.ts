import { agreesOn } from "./agree.ts";

agreesOn("teleclaims");
