// Loaded into the server before anything else: its clock is as far off, in ms, as the file says that JUMPING_CLOCK
// names. The clock that only counts goes on as it is, as on a machine whose time is set.
import { readFileSync } from "node:fs";

const RealDate = Date;
const file = process.env.JUMPING_CLOCK;
let off = 0;
const look = () => {
  off = Number(readFileSync(file, "utf8"));
};
look();
setInterval(look, 50).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + off);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + off;
  }
};
