import { agreesOn } from "./agree.ts";

agreesOn("helpdesk");
