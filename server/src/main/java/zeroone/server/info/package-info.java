/** Endpoints that tell about the server and its models, and those that steer what runs. */
@NullMarked
package zeroone.server.info;

import org.jspecify.annotations.NullMarked;
