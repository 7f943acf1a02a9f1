import { agreesOn } from "./agree.ts";

agreesOn("roadtraffic100");
