// The door of the command, made into one file: dist/start.cjs.
import {start} from './door.js'

void start(__dirname)
