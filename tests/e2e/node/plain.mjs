// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the types out of the TypeScript on stdin, and changes nothing else.
import { readFileSync } from "node:fs";
import { transform } from "sucrase";

process.stdout.write(transform(readFileSync(0, "utf8"), { transforms: ["typescript"] }).code);
