import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without permissions and checksums. Hadoop sets permissions by starting a `chmod` for every file
 * where its native library is missing, which took most of the time of a small MERGE.
 */
public final class PlainFileSystem extends RawLocalFileSystem {
  @Override
  public void setPermission(Path path, FsPermission permission) {}

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public URI getUri() {
    return URI.create("file:///");
  }
}
