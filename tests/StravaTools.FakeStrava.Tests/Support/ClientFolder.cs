using System.Reflection;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>The folders in tests/Clients.</summary>
internal static class ClientFolder
{
    public static string Find(string name)
    {
        var clients = typeof(ClientFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Clients").Value!;
        return Path.Combine(clients, name);
    }
}
