import io.unitycatalog.local.TableRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A catalog of managed Delta tables under any name, so that names of three parts mean what they mean on a warehouse.
 * Delta itself does the work; the registry only knows which tables there are, and where they lie.
 */
public final class LocalCatalog extends DeltaCatalog {
  private TableRegistry registry;

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    registry = TableRegistry.named(name);
    setDelegateCatalog(registry);
    super.initialize(name, withoutServer(options));
  }

  @Override
  public Table createTable(
      Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
    return super.createTable(ident, columns, partitions, placed(ident, properties));
  }

  @Override
  public Table createTable(
      Identifier ident, StructType schema, Transform[] partitions, Map<String, String> properties) {
    return super.createTable(ident, schema, partitions, placed(ident, properties));
  }

  /** Tells Delta that behind the registry there is no Unity Catalog server to ask. */
  private static CaseInsensitiveStringMap withoutServer(CaseInsensitiveStringMap options) {
    Map<String, String> changed = new HashMap<>(options);
    changed.put("deltaRestApi.enabled", "false");
    return new CaseInsensitiveStringMap(changed);
  }

  /** A managed table lies where the catalog says. */
  private Map<String, String> placed(Identifier ident, Map<String, String> properties) {
    if (properties.containsKey(TableCatalog.PROP_LOCATION)) return properties;
    Map<String, String> placed = new HashMap<>(properties);
    placed.put(TableCatalog.PROP_LOCATION, registry.newTableLocation(ident));
    placed.put(TableCatalog.PROP_IS_MANAGED_LOCATION, "true");
    return placed;
  }
}
