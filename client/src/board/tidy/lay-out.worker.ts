// Where there is no document, this module answers the messages of `elk-api` by itself.
import 'elkjs/lib/elk-worker.min.js'
