// Delta treats a catalog as Unity Catalog, which keeps its own list of tables, by this package's name alone. Under any
// other it would enter every table into Spark's session catalog, which knows one catalog only and ASCII names only.
package io.unitycatalog.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.V1Table;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Nil$;

/**
 * The schemas and tables of one catalog, for all sessions of this process. Names are told apart without regard to case,
 * and kept in lower case, as Unity Catalog does.
 */
public final class TableRegistry implements TableCatalog, SupportsNamespaces, FunctionCatalog {
  private static final Map<String, TableRegistry> REGISTRIES = new ConcurrentHashMap<>();

  private final String name;
  private final Path directory;
  /** Locations of tables by name, by schema. */
  private final Map<String, Map<String, URI>> schemas = new ConcurrentHashMap<>();

  private TableRegistry(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  /** Makes a catalog whose managed tables lie in the directory; one that is there stays as it is. */
  public static TableRegistry create(String name, Path directory) {
    return REGISTRIES.computeIfAbsent(key(name), key -> new TableRegistry(key, directory.resolve(key)));
  }

  /** Null where there is no such catalog. */
  public static TableRegistry named(String name) {
    return REGISTRIES.get(key(name));
  }

  public static Collection<String> names() {
    return REGISTRIES.keySet();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A directory of its own for every table that was ever made, since a dropped one's files may still be read. */
  public String newTableLocation(Identifier ident) {
    return directory.resolve(UUID.randomUUID().toString()).toUri().toString();
  }

  /** Makes a schema; one that is there stays as it is. */
  public void createSchema(String schema) {
    schemas.putIfAbsent(key(schema), new ConcurrentHashMap<>());
  }

  public boolean hasSchema(String schema) {
    return schemas.containsKey(key(schema));
  }

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    return tablesOf(namespace).keySet().stream()
        .map(table -> Identifier.of(namespace, table))
        .toArray(Identifier[]::new);
  }

  @Override
  public Table loadTable(Identifier ident) throws NoSuchTableException {
    Map<String, URI> tables = tablesOrNull(ident.namespace());
    URI location = tables == null ? null : tables.get(key(ident.name()));
    if (location == null) throw new NoSuchTableException(ident);
    return new V1Table(describe(ident, location));
  }

  /** Enters a table that Delta has just made. */
  @Override
  public Table createTable(
      Identifier ident, StructType schema, Transform[] partitions, Map<String, String> properties)
      throws TableAlreadyExistsException, NoSuchNamespaceException {
    URI location = URI.create(properties.get(TableCatalog.PROP_LOCATION));
    if (tablesOf(ident.namespace()).putIfAbsent(key(ident.name()), location) != null)
      throw new TableAlreadyExistsException(ident);
    return new V1Table(describe(ident, location));
  }

  @Override
  public Table alterTable(Identifier ident, TableChange... changes) {
    throw new UnsupportedOperationException("Delta alters its tables itself");
  }

  @Override
  public boolean dropTable(Identifier ident) {
    Map<String, URI> tables = tablesOrNull(ident.namespace());
    return tables != null && tables.remove(key(ident.name())) != null;
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw new UnsupportedOperationException("Tables cannot be renamed here");
  }

  @Override
  public String[][] listNamespaces() {
    return schemas.keySet().stream().map(schema -> new String[] {schema}).toArray(String[][]::new);
  }

  @Override
  public String[][] listNamespaces(String[] namespace) {
    return namespace.length == 0 ? listNamespaces() : new String[0][];
  }

  @Override
  public boolean namespaceExists(String[] namespace) {
    return tablesOrNull(namespace) != null;
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace) throws NoSuchNamespaceException {
    tablesOf(namespace);
    return Map.of();
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata)
      throws NamespaceAlreadyExistsException {
    if (namespace.length != 1) throw new UnsupportedOperationException("A schema has one name");
    if (schemas.putIfAbsent(key(namespace[0]), new ConcurrentHashMap<>()) != null)
      throw new NamespaceAlreadyExistsException(namespace);
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw new UnsupportedOperationException("Schemas cannot be altered here");
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    return namespace.length == 1 && schemas.remove(key(namespace[0])) != null;
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public UnboundFunction loadFunction(Identifier ident) throws NoSuchFunctionException {
    throw new NoSuchFunctionException(ident);
  }

  private Map<String, URI> tablesOf(String[] namespace) throws NoSuchNamespaceException {
    Map<String, URI> tables = tablesOrNull(namespace);
    if (tables == null) throw new NoSuchNamespaceException(namespace);
    return tables;
  }

  private Map<String, URI> tablesOrNull(String[] namespace) {
    return namespace.length == 1 ? schemas.get(key(namespace[0])) : null;
  }

  /** Where the table lies is all that Delta asks; columns and properties are in its own log. */
  private CatalogTable describe(Identifier ident, URI location) {
    TableIdentifier identifier =
        new TableIdentifier(key(ident.name()), Option.apply(key(ident.namespace()[0])), Option.apply(name));
    CatalogStorageFormat storage = new CatalogStorageFormat(
        Option.apply(location), Option.empty(), Option.empty(), Option.empty(), false, noProperties());
    return new CatalogTable(
        identifier, CatalogTableType.MANAGED(), storage, new StructType(), Option.apply("delta"), none(),
        Option.empty(), "", 0, -1, "", noProperties(), Option.empty(), Option.empty(), Option.empty(),
        Option.empty(), none(), false, true, noProperties(), Option.empty());
  }

  private static scala.collection.immutable.Map<String, String> noProperties() {
    return Map$.MODULE$.empty();
  }

  @SuppressWarnings("unchecked") // an empty list is one of any type
  private static Seq<String> none() {
    return (Seq<String>) (Seq<?>) Nil$.MODULE$;
  }
}
