import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates every file against every flavour and prints one line for each pair, with the rules that failed below it.
 *
 * <p>veraPDF's own command line starts several times slower, because it parses the profiles of all flavours.
 */
public class VeraCheck {
  static final String USAGE =
      "usage: [--flavour ua1|2a|2b|3a|...] [--contexts N] [--verbose] [--version] FILE.pdf ...";

  static final int ALL_PASS = 0;
  static final int SOME_FAIL = 1;
  static final int WRONG_USAGE = 2;
  static final int NOT_VALIDATED = 3;

  final List<String> flavours = new ArrayList<>();
  final List<String> files = new ArrayList<>();
  final Map<PDFAFlavour, ValidationProfile> profiles = new HashMap<>();
  int contexts = 1;
  boolean verbose = false;
  boolean version = false;

  public static void main(String[] arguments) {
    int exit = new VeraCheck().run(arguments);
    System.out.flush();
    System.exit(exit);
  }

  int run(String[] arguments) {
    if (!read(arguments)) {
      System.err.println(USAGE);
      return WRONG_USAGE;
    }
    quieten();
    VeraGreenfieldFoundryProvider.initialise();
    if (version) printVersion();
    int worst = ALL_PASS;
    for (String file : files) {
      for (String flavour : flavours) worst = Math.max(worst, check(file, flavour));
    }
    return worst;
  }

  boolean read(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      boolean last = i == arguments.length - 1;
      switch (arguments[i]) {
        case "--flavour":
          if (last) return false;
          flavours.addAll(Arrays.asList(arguments[++i].split(",")));
          break;
        case "--contexts":
          if (last) return false;
          contexts = Math.max(1, Integer.parseInt(arguments[++i]));
          break;
        case "--verbose":
          verbose = true;
          break;
        case "--version":
          version = true;
          break;
        default:
          files.add(arguments[i]);
      }
    }
    if (flavours.isEmpty()) flavours.add("ua1");
    return (version || !files.isEmpty()) && flavours.stream().allMatch(VeraCheck::isKnown);
  }

  static boolean isKnown(String id) {
    PDFAFlavour flavour = PDFAFlavour.fromString(id);
    boolean known = flavour != null && flavour != PDFAFlavour.NO_FLAVOUR;
    if (!known) {
      System.err.println("unknown flavour " + id + "; known: " + PDFAFlavour.getFlavourIds());
    }
    return known;
  }

  /** Keeps the engine's own log lines, which are no findings, out of the report. */
  void quieten() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) handler.setLevel(verbose ? Level.ALL : Level.SEVERE);
    root.setLevel(verbose ? Level.INFO : Level.SEVERE);
  }

  static void printVersion() {
    for (ReleaseDetails part : ReleaseDetails.getDetails()) {
      System.out.println(part.getId() + " " + part.getVersion() + " built " + part.getBuildDate());
    }
  }

  /** Validates one file against one flavour, prints the verdict and returns its exit code. */
  int check(String file, String id) {
    long start = System.nanoTime();
    PDFAFlavour flavour = PDFAFlavour.fromString(id);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      ValidationResult result = validator(flavour).validate(parser);
      printVerdict(file, result, (System.nanoTime() - start) / 1e9);
      printFailures(result);
      if (result.getJobEndStatus() != JobEndStatus.NORMAL) return NOT_VALIDATED;
      return result.isCompliant() ? ALL_PASS : SOME_FAIL;
    } catch (Throwable error) { // a stack overflow too leaves the file unjudged
      printError(file, id, error);
      return NOT_VALIDATED;
    }
  }

  PDFAValidator validator(PDFAFlavour flavour) throws Exception {
    int failedChecksKept = Math.max(contexts, 1);
    boolean logPassed = false;
    boolean errorMessages = true;
    boolean progress = false;
    return Foundries.defaultInstance()
        .createValidator(profile(flavour), failedChecksKept, logPassed, errorMessages, progress);
  }

  ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    ValidationProfile profile = profiles.get(flavour);
    if (profile == null) {
      profile = packagedProfile(flavour);
      if (profile == null || profile.getPDFAFlavour() != flavour) {
        profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour);
      }
      profiles.put(flavour, profile);
    }
    return profile;
  }

  /** Loads the flavour's own profile alone: veraPDF's directory would parse all of them. */
  static ValidationProfile packagedProfile(PDFAFlavour flavour) throws Exception {
    String name = profileName(flavour.getId());
    if (name == null) return null;
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream stream = Profiles.class.getClassLoader().getResourceAsStream(path)) {
      return stream == null ? null : Profiles.profileFromXml(stream);
    }
  }

  static String profileName(String id) {
    if (id.startsWith("ua1")) return "PDFUA-1";
    return id.matches("[123][abu]|4[ef]?") ? "PDFA-" + id.toUpperCase(Locale.ROOT) : null;
  }

  static void printVerdict(String file, ValidationResult result, double seconds) {
    boolean ended = result.getJobEndStatus() == JobEndStatus.NORMAL;
    int failedChecks = result.getFailedChecks().values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        Locale.ROOT,
        "%s %s [%s] failed_rules=%d failed_checks=%d checks=%d profile_rules=%d time=%.2fs%s%n",
        !ended ? "ERROR" : result.isCompliant() ? "PASS" : "FAIL",
        file,
        result.getPDFAFlavour().getId(),
        result.getFailedChecks().size(),
        failedChecks,
        result.getTotalAssertions(),
        result.getValidationProfile().getRules().size(),
        seconds,
        ended ? "" : " end_status=" + result.getJobEndStatus());
  }

  void printFailures(ValidationResult result) {
    List<RuleId> failed = new ArrayList<>(result.getFailedChecks().keySet());
    failed.sort(VeraCheck::inOrderOfTheStandard);
    for (RuleId id : failed) {
      Rule rule = result.getValidationProfile().getRuleByRuleId(id);
      System.out.printf(
          "  %s clause %s test %d  failures=%d  object=%s%n    desc: %s%n",
          id.getSpecification().getId(),
          id.getClause(),
          id.getTestNumber(),
          result.getFailedChecks().get(id),
          rule == null ? "" : rule.getObject(),
          rule == null ? "" : onOneLine(rule.getDescription()));
      printContexts(result, id);
    }
  }

  void printContexts(ValidationResult result, RuleId id) {
    result.getTestAssertions().stream()
        .filter(test -> test.getRuleId().equals(id))
        .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
        .limit(contexts)
        .forEach(VeraCheck::printContext);
  }

  static void printContext(TestAssertion test) {
    if (test.getErrorMessage() != null) {
      System.out.println("    error: " + onOneLine(test.getErrorMessage()));
    }
    String place = test.getLocationContext() == null ? "" : "   @ " + onOneLine(test.getLocationContext());
    System.out.println("    context: " + onOneLine(test.getLocation().getContext()) + place);
  }

  void printError(String file, String id, Throwable error) {
    System.out.printf("ERROR %s [%s] %s%n", file, id, error);
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      System.out.println("    cause: " + cause);
    }
    if (verbose) error.printStackTrace();
  }

  static String onOneLine(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").trim();
  }

  /** Compares clauses part by part, so that 7.2 stands before 7.18. */
  static int inOrderOfTheStandard(RuleId left, RuleId right) {
    String[] leftParts = left.getClause().split("\\.");
    String[] rightParts = right.getClause().split("\\.");
    for (int i = 0; i < Math.min(leftParts.length, rightParts.length); i++) {
      int order = compareParts(leftParts[i], rightParts[i]);
      if (order != 0) return order;
    }
    int order = Integer.compare(leftParts.length, rightParts.length);
    return order != 0 ? order : Integer.compare(left.getTestNumber(), right.getTestNumber());
  }

  static int compareParts(String left, String right) {
    boolean numbers = left.matches("\\d+") && right.matches("\\d+");
    return numbers
        ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right))
        : left.compareTo(right);
  }
}
