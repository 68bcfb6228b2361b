import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unitycatalog.local.TableRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Spark with Delta, for clients on this machine: JSON lines over a loopback socket, one request or answer each, many
 * requests of one client at a time. The first line of the standard input is the settings; its end ends the process,
 * so that the engine never outlives who started it.
 */
public final class SparkEngine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final Path warehouse;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private SparkEngine(SparkSession spark, Path warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    JsonNode settings = JSON.readTree(in.readLine());
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SparkSession spark = start(settings);
    SparkEngine engine = new SparkEngine(spark, Path.of(settings.get("warehouseDirectory").asText()));
    engine.threads.submit(() -> engine.accept(server, settings.get("token").asText()));
    out.println(JSON.createObjectNode().put("port", server.getLocalPort()));
    out.flush();
    while (in.readLine() != null) continue;
    // Nothing is worth saving, and an orderly stop takes seconds.
    Runtime.getRuntime().halt(0);
  }

  private static SparkSession start(JsonNode settings) {
    SparkSession.Builder builder = SparkSession.builder();
    // More than there are processors: a statement must not wait until another one is done.
    builder.master("local[8]");
    settings.get("configuration").fields().forEachRemaining(
        entry -> builder.config(entry.getKey(), entry.getValue().asText()));
    return builder.getOrCreate();
  }

  private Void accept(ServerSocket server, String token) throws IOException {
    while (true) {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      threads.submit(() -> new Client(socket).serve(token));
    }
  }

  /** Catalogs can be made at any time; a session learns of them before its next statement. */
  private SparkSession withCatalogs(SparkSession session) {
    for (String name : TableRegistry.names())
      session.conf().set("spark.sql.catalog." + name, LocalCatalog.class.getName());
    return session;
  }

  private final class Client {
    private final Socket socket;
    private final PrintStream out;
    private final Map<String, SparkSession> sessions = new ConcurrentHashMap<>();
    private final Map<Long, Statement> running = new ConcurrentHashMap<>();

    Client(Socket socket) throws IOException {
      this.socket = socket;
      this.out = new PrintStream(socket.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    Void serve(String token) throws IOException {
      try (socket) {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (!token.equals(in.readLine())) return null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          JsonNode request = JSON.readTree(line);
          threads.submit(() -> answer(request));
        }
      } finally {
        running.values().forEach(Statement::cancel);
      }
      return null;
    }

    private void answer(JsonNode request) {
      ObjectNode answer = JSON.createObjectNode().put("id", request.get("id").asLong());
      try {
        answer.set("result", perform(request));
      } catch (Throwable error) {
        answer.set("error", describe(error));
      }
      synchronized (out) {
        out.print(answer);
        out.print('\n');
        out.flush();
      }
    }

    private JsonNode perform(JsonNode request) throws Exception {
      String call = request.get("call").asText();
      switch (call) {
        case "open": {
          String name = UUID.randomUUID().toString();
          sessions.put(name, spark.newSession());
          return JSON.getNodeFactory().textNode(name);
        }
        case "close":
          sessions.remove(request.get("session").asText());
          return JSON.nullNode();
        case "execute":
          return execute(request);
        case "cancel": {
          Statement statement = running.get(request.get("statement").asLong());
          if (statement != null) statement.cancel();
          return JSON.nullNode();
        }
        case "parse":
          spark.sessionState().sqlParser().parsePlan(request.get("sql").asText());
          return JSON.nullNode();
        case "createCatalog":
          TableRegistry.create(request.get("name").asText(), warehouse);
          return JSON.nullNode();
        case "hasCatalog":
          return JSON.getNodeFactory().booleanNode(TableRegistry.named(request.get("name").asText()) != null);
        case "hasSchema": {
          TableRegistry catalog = TableRegistry.named(request.get("catalog").asText());
          return JSON.getNodeFactory()
              .booleanNode(catalog != null && catalog.hasSchema(request.get("schema").asText()));
        }
        case "createSchema":
          TableRegistry.named(request.get("catalog").asText()).createSchema(request.get("schema").asText());
          return JSON.nullNode();
        case "describe":
          return describeTable(
              request.get("catalog").asText(), request.get("schema").asText(), request.get("table").asText());
        default:
          throw new IllegalArgumentException("No such call: " + call);
      }
    }

    private JsonNode execute(JsonNode request) throws Exception {
      SparkSession session = sessions.get(request.get("session").asText());
      if (session == null) throw new IllegalStateException("The session was closed");
      long id = request.get("id").asLong();
      Statement statement = new Statement(withCatalogs(session), Thread.currentThread());
      running.put(id, statement);
      try {
        return statement.execute(request.get("sql").asText());
      } finally {
        running.remove(id);
        // A late cancellation must not meet the thread's next statement.
        Thread.interrupted();
      }
    }
  }

  private JsonNode describeTable(String catalog, String schema, String name) {
    if (TableRegistry.named(catalog) == null) return JSON.nullNode();
    SparkSession session = withCatalogs(spark);
    SparkSession.setActiveSession(session);
    TableCatalog tables = (TableCatalog) session.sessionState().catalogManager().catalog(catalog);
    Table table;
    try {
      table = tables.loadTable(Identifier.of(new String[] {schema}, name));
    } catch (NoSuchTableException missing) {
      return JSON.nullNode();
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode columns = answer.putArray("columns");
    for (org.apache.spark.sql.connector.catalog.Column column : table.columns())
      columns.addObject()
          .put("name", column.name())
          .put("typeText", column.dataType().catalogString())
          .put("nullable", column.nullable());
    ObjectNode properties = answer.putObject("properties");
    table.properties().forEach((property, value) -> {
      if (!CatalogV2Util.TABLE_RESERVED_PROPERTIES().contains(property)) properties.put(property, value);
    });
    return answer;
  }

  /** One statement under way, on the thread that executes it. */
  private static final class Statement {
    private final SparkSession session;
    private final Thread thread;
    private final String group = UUID.randomUUID().toString();

    Statement(SparkSession session, Thread thread) {
      this.session = session;
      this.thread = thread;
    }

    /** Its Spark jobs, and whatever it waits for between them. */
    void cancel() {
      session.sparkContext().cancelJobGroupAndFutureJobs(group);
      thread.interrupt();
    }

    JsonNode execute(String sql) {
      SparkSession.setActiveSession(session);
      session.sparkContext().setJobGroup(group, "statement", true);
      Dataset<Row> rows = session.sql(sql);
      StructField[] fields = rows.schema().fields();
      ObjectNode answer = JSON.createObjectNode();
      ArrayNode columns = answer.putArray("columns");
      for (StructField field : fields)
        columns.addObject().put("name", field.name()).put("type", resultType(field.dataType()));
      ArrayNode values = answer.putArray("rows");
      if (fields.length == 0) return answer;
      for (Row row : asTexts(rows, fields).collectAsList()) {
        ArrayNode line = values.addArray();
        for (int i = 0; i < fields.length; i++) line.add(row.getString(i));
      }
      return answer;
    }

    /** Every value by Spark's own CAST, under names of our own because a result may have one twice. */
    private static Dataset<Row> asTexts(Dataset<Row> rows, StructField[] fields) {
      String[] names = new String[fields.length];
      for (int i = 0; i < fields.length; i++) names[i] = "c" + i;
      Dataset<Row> renamed = rows.toDF(names);
      List<Column> texts = new ArrayList<>();
      for (String name : names) texts.add(renamed.col(name).cast(DataTypes.StringType));
      return renamed.select(texts.toArray(Column[]::new));
    }

    private static String resultType(DataType type) {
      if (type.equals(DataTypes.LongType)) return "BIGINT";
      if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.ShortType) || type.equals(DataTypes.ByteType))
        return "INT";
      if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) return "DOUBLE";
      return type.equals(DataTypes.BooleanType) ? "BOOLEAN" : "STRING";
    }
  }

  /** The innermost error that has a condition, without the plan: around it are only layers of Spark's execution. */
  private static JsonNode describe(Throwable error) {
    Throwable shown = error;
    String condition = null;
    String sqlState = null;
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (!(cause instanceof SparkThrowable known) || known.getCondition() == null) continue;
      shown = cause;
      condition = known.getCondition();
      sqlState = known.getSqlState();
    }
    String message = shown instanceof AnalysisException analysis ? analysis.getSimpleMessage() : shown.getMessage();
    return JSON.createObjectNode()
        .put("message", message == null ? shown.toString() : message.strip())
        .put("condition", condition)
        .put("sqlState", sqlState);
  }
}
