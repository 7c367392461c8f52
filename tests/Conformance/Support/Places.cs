using System.Reflection;

namespace Conformance.Support;

/// <summary>Paths of the files that tests read.</summary>
internal static class Places
{
    public static string Tests { get; } =
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tests").Value!;

    /// <summary>A sample that ships with the module.</summary>
    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Tests, "..", "module", "samples", name));
}
