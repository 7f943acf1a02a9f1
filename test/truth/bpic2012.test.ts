import { agreesOn } from "./agree.ts";

agreesOn("bpic2012");
